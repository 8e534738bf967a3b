import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { matchWaves } from "./match-waves.js";

const periods = 12;

/** 60 people, start at 106 for the first `starters`; covariate x is noise. */
function panelOf(starters: number, more: Partial<Panel> = {}, start = 106): Panel {
  const n = 60;
  const random = stream(7, "matching/test-panel", 0);
  const noise = (count: number): Float64Array => Float64Array.from({ length: count }, () => random.normal());
  return {
    kind: "panel",
    units: n,
    periods: { unit: "quarter", ordinals: Int32Array.from({ length: periods }, (_, t) => 100 + t) },
    ids: Array.from({ length: n }, (_, i) => String(i)),
    firstTreated: Int32Array.from({ length: n }, (_, i) => (i < starters ? start : NEVER)),
    observed: new Uint8Array(n * periods).fill(1),
    measures: [{ name: "days", unit: "days", values: noise(n * periods) }],
    covariates: [{ name: "x", values: noise(n) }],
    clusterings: [],
    ...more,
  };
}

const near = { history: { windows: [[1, 2]] as [number, number][] } };
const codes = (m: { problems: readonly { code: string; params: object }[] }) =>
  m.problems.map((p) => `${p.code} ${JSON.stringify(p.params)}`);
const constant = (name: string, value: (i: number) => number) => ({
  name,
  values: Float64Array.from({ length: 60 }, (_, i) => value(i)),
});

describe("matchWaves refuses, and says what to do", () => {
  it("without starters", () => {
    expect(() => matchWaves(panelOf(0))).toThrow(/^option cohort\.people\.start: nobody started the programme from 25Q1 to 27Q4/);
    const before = panelOf(5, {}, ALWAYS);
    expect(() => matchWaves(before)).toThrow(/5 started before/);
  });

  it("with one starter", () => {
    expect(() => matchWaves(panelOf(1), near)).toThrow(/only one starter \(in 26Q3\)/);
  });

  it("without history", () => {
    expect(() => matchWaves(panelOf(5, {}, 100), near)).toThrow(/history\.windows: no starter has a history.*data begin in 25Q1/);
  });

  it("without controls", () => {
    expect(() => matchWaves(panelOf(60), near)).toThrow(/nobody can be a control/);
    const classmates = { name: "school", of: new Int32Array(60), count: 1 };
    expect(() => matchWaves(panelOf(5, { clusterings: [classmates] }), { ...near, exclude: ["school"] })).toThrow(
      /55 people.*school/,
    );
  });

  it("with more variables than starters, naming where most come from", () => {
    const panel = panelOf(8);
    const street = Array.from({ length: 30 }, (_, k) => constant(`street=${k}`, (i) => (i % 31 === k ? 1 : 0)));
    expect(() => matchWaves({ ...panel, covariates: [...panel.covariates, ...street] }, near)).toThrow(
      /^option cohort\.people\.covariates\.street: the score has 32 variables for 8 starters/,
    );
    const windows = Array.from({ length: 5 }, (_, w): [number, number] => [w + 1, w + 1]);
    expect(() => matchWaves(panelOf(4), { history: { windows } })).toThrow(/^option matching\.history\.windows: .*6 variables/);
  });

  it("when nobody is close enough", () => {
    expect(() => matchWaves(panelOf(5), { ...near, caliper: 0 })).toThrow(/matching\.caliper: no starter has a control/);
  });

  it("when nobody is free, and there is no caliper to blame", () => {
    // Starters of 106 and 107; those of 107 could be controls in 106, but the lot offers both to 107, where nobody else is.
    const firstTreated = Int32Array.from({ length: 60 }, (_, i) => [106, 106, 107, 107, NEVER][i] ?? ALWAYS);
    const exposed = Int32Array.from({ length: 60 }, (_, i) => (i === 4 ? 106 : NEVER));
    const school = { name: "school", of: new Int32Array(60), count: 1, exposed };
    const given = { ...near, covariates: [], exclude: ["school"], caliper: null };
    expect(() => matchWaves(panelOf(5, { firstTreated, clusterings: [school] }), given)).toThrow(/and for 4 nobody was free/);
  });

  it("for an option that is wrong", () => {
    expect(() => matchWaves(panelOf(5), { ratio: 0 })).toThrow(/^option matching\.ratio: /);
    expect(() => matchWaves(panelOf(5), { history: { windows: [[4, 2]] } })).toThrow(
      /matching\.history\.windows\.0: a window runs/,
    );
    expect(() => matchWaves(panelOf(5), { calliper: 1 } as object)).toThrow(/calliper/);
  });

  it("for a covariate, outcome or clustering the cohort does not have", () => {
    expect(() => matchWaves(panelOf(5), { covariates: ["__proto__"] })).toThrow(/matching\.covariates: .*"__proto__"; it has: x/);
    expect(() => matchWaves(panelOf(5), { history: { outcomes: ["constructor"] } })).toThrow(/matching\.history\.outcomes.*days/);
  });
});

describe("matchWaves goes on without a variable that cannot be used, and names it", () => {
  it("constant, collinear, unknown for everybody", () => {
    const panel = panelOf(10);
    const x = panel.covariates[0].values;
    const covariates = [
      ...panel.covariates,
      constant("same", () => 3),
      constant("twice", (i) => 2 * x[i] + 1),
      constant("gone", () => Number.NaN),
    ];
    const m = matchWaves({ ...panel, covariates }, near);
    expect(codes(m)).toEqual(
      expect.arrayContaining([
        'matching/constant-variable {"variable":"same"}',
        'matching/collinear {"variable":"twice"}',
        'matching/all-missing {"variable":"gone"}',
      ]),
    );
    expect(m.balance.rows.find((r) => r.covariate === "twice")?.matched).toBe(true);
    expect(m.balance.rows.find((r) => r.covariate === "same")?.matched).toBe(false);
  });

  it("one that separates starters from others", () => {
    const panel = panelOf(10);
    const covariates = [...panel.covariates, constant("__proto__", (i) => (i < 10 || i === 20 ? 1 : 0) * (i === 20 ? 0 : 1))];
    const m = matchWaves({ ...panel, covariates }, near);
    expect(codes(m)).toContain('matching/separation {"variable":"__proto__"}');
    expect(m.comparison.unit.length).toBeGreaterThan(10);
    expect(m.balance.rows.find((r) => r.covariate === "__proto__")).toMatchObject({ matched: true, smdAfter: Number.NaN });
    // It was asked for and could not be balanced: the groups are not alike in it.
    expect(m.balance.passed).toBe(false);
  });

  it("a category by its name stands for its levels", () => {
    const panel = panelOf(10);
    const covariates = [...panel.covariates, constant("sex=m", (i) => i % 2), constant("sexual=m", (i) => i % 3)];
    const m = matchWaves({ ...panel, covariates }, { covariates: ["sex"], history: { windows: [] } });
    expect(m.balance.rows.filter((r) => r.matched).map((r) => r.covariate)).toEqual(["sex=m"]);
  });
});
