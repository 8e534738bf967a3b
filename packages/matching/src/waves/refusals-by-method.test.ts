import { NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import type { MatchingOptionsInput } from "../options/matching-options.js";
import { matchWaves } from "./match-waves.js";

const T = 12;
const N = 90;

/** People with noise for days, two 0/1 covariates; the first `starters` start at 106. */
function panelOf(starters: number, more: (i: number) => Record<string, number> = () => ({})): Panel {
  const random = stream(11, "matching/test-panel", 0);
  const names = Object.keys(more(0));
  return {
    kind: "panel",
    units: N,
    periods: { unit: "quarter", ordinals: Int32Array.from({ length: T }, (_, t) => 100 + t) },
    ids: Array.from({ length: N }, (_, i) => String(i)),
    firstTreated: Int32Array.from({ length: N }, (_, i) => (i < starters ? 106 : NEVER)),
    observed: new Uint8Array(N * T).fill(1),
    measures: [{ name: "days", unit: "days", values: Float64Array.from({ length: N * T }, () => random.normal()) }],
    covariates: [
      { name: "girl", values: Float64Array.from({ length: N }, (_, i) => i % 2) },
      { name: "single", values: Float64Array.from({ length: N }, (_, i) => (i % 3 === 0 ? 1 : 0)) },
      ...names.map((name) => ({ name, values: Float64Array.from({ length: N }, (_, i) => more(i)[name]) })),
    ],
    clusterings: [],
  };
}

const specifications: [string, MatchingOptionsInput][] = [
  ["nearest", { method: "nearest" }],
  ["exact", { method: "exact", exact: ["girl"] }],
  ["coarsened", { method: "coarsened", coarsening: { cuts: 3 } }],
  ["ipw", { method: "ipw" }],
  ["entropy", { method: "entropy" }],
  ["cbps", { method: "cbps" }],
];

describe.each(specifications)("by %s", (method, given) => {
  const options: MatchingOptionsInput = { ...given, history: { windows: [[1, 4]] } };
  const codes = (panel: Panel) =>
    matchWaves(panel, options).problems.map((p) => `${p.code} ${String(p.params.variable ?? "")}`.trim());

  it("one starter is refused, and the wave named", () => {
    expect(() => matchWaves(panelOf(1), options)).toThrow(/only one starter \(in 26Q3\)/);
  });

  it("a constant covariate, one that nobody has, and one that follows from others are named and left out", () => {
    const found = codes(panelOf(30, (i) => ({ same: 4, gone: Number.NaN, twice: 2 * (i % 2) + 3 })));
    expect(found).toEqual(expect.arrayContaining(["matching/constant-variable same", "matching/all-missing gone"]));
    expect(found.filter((code) => code.startsWith("matching/collinear"))).toHaveLength(1);
  });

  it("no overlap is told, and what it is in", () => {
    const apart = panelOf(30, (i) => ({ need: i < 30 ? 5 + i / 30 : i / 90 }));
    let text: string;
    try {
      const { problems } = matchWaves(apart, options);
      text = JSON.stringify(problems);
    } catch (error) {
      text = (error as Error).message;
    }
    expect(text).toContain("need");
  });

  it("more covariates than starters are refused, or where no score is needed, told", () => {
    const many = panelOf(6, (i) => Object.fromEntries(Array.from({ length: 9 }, (_, k) => [`x${k}`, (i * (k + 2)) % 7])));
    if (method === "exact" || method === "coarsened") {
      const matched = matchWaves(many, options);
      expect(matched.problems.map((p) => p.code)).toContain("matching/score-left-out");
      expect(matched.balance.rows.filter((row) => row.matched)).toHaveLength(12);
      expect(matched.comparison.uncensored.every((p) => p === 1)).toBe(true);
    } else {
      expect(() => matchWaves(many, options)).toThrow(/the score has 12 variables for 6 starters/);
    }
  });
});

describe.each(specifications)("sampling weights of 0, by %s", (_, given) => {
  const options: MatchingOptionsInput = { ...given, share: "reuse", history: { windows: [[1, 4]] } };
  const late = (i: number): boolean => i >= 30 && i < 45;
  /** Waves 106 and 108, with a sampling weight each. */
  const weighted = (weight: (i: number) => number): Panel => {
    const panel = panelOf(30);
    return {
      ...panel,
      firstTreated: panel.firstTreated.map((g, i) => (late(i) ? 108 : g)),
      samplingWeight: Float64Array.from({ length: N }, (_, i) => weight(i)),
    };
  };

  it.each<[who: string, weight: (i: number) => number, found: RegExp]>([
    ["everybody", () => 0, /in 26Q3 0 starters and 0 others have a sampling weight above 0/],
    ["the starters of a wave", (i) => (late(i) ? 0 : 1), /in 27Q1 0 starters and 45 others/],
    ["the others of a wave", (i) => (i < 45 ? 1 : 0), /in 27Q1 15 starters and 0 others/],
    ["one below 0", (i) => (i === 50 ? -1 : 1), /a sampling weight is -1, and must be a number of 0 or more/],
    ["one unknown", (i) => (i === 50 ? Number.NaN : 1), /a sampling weight is NaN/],
  ])("%s: refused, and the wave named", (_, weight, found) => {
    expect(() => matchWaves(weighted(weight), options)).toThrow(found);
  });

  it("of some people: every weight is finite", () => {
    const { comparison } = matchWaves(
      weighted((i) => (i % 5 === 0 ? 0 : 1)),
      options,
    );
    expect(comparison.weight.every(Number.isFinite)).toBe(true);
  });
});

it("weights that are all 0, since nobody lies within the limits, are refused", () => {
  const trim = { trim: { probability: [0.98, 0.99] as [number, number] } };
  expect(() => matchWaves(panelOf(30), { method: "ipw", weighting: trim, history: { windows: [[1, 4]] } })).toThrow(
    /widen the limits/,
  );
});
