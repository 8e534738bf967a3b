import { type Context, KontrafaktError } from "@kontrafakt/base";
import { NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import type { MatchingOptionsInput } from "../options/matching-options.js";
import { chooseMatch } from "./choose-match.js";
import { matchWaves } from "./match-waves.js";

const periods = 12;
const first = 100;

/** 300 people, 45 of whom start at 106 or 108, the sooner the larger x and z; the outcome follows x. */
function panelOf(): Panel {
  const n = 300;
  const random = stream(11, "matching/test-choice", 0);
  const noise = () => Float64Array.from({ length: n }, () => random.normal());
  const [x, z, u] = [noise(), noise(), noise()];
  const wish = u.map((v, i) => v + x[i] + z[i]);
  const order = Array.from(wish.keys()).sort((a, b) => wish[b] - wish[a]);
  const starters = new Map(order.slice(0, 45).map((i, rank) => [i, rank % 3 === 0 ? 108 : 106]));
  return {
    kind: "panel",
    units: n,
    periods: { unit: "quarter", ordinals: Int32Array.from({ length: periods }, (_, t) => first + t) },
    ids: Array.from({ length: n }, (_, i) => String(i)),
    firstTreated: Int32Array.from({ length: n }, (_, i) => starters.get(i) ?? NEVER),
    observed: new Uint8Array(n * periods).fill(1),
    measures: [
      {
        name: "days",
        unit: "days",
        values: Float64Array.from({ length: n * periods }, (_, k) => x[Math.floor(k / periods)] + random.normal()),
      },
    ],
    covariates: [
      { name: "x", values: x },
      { name: "z", values: z },
    ],
    clusterings: [],
  };
}

const panel = panelOf();
const several: MatchingOptionsInput = {
  ratio: 1,
  share: "reuse",
  history: { windows: [[1, 2]] },
  candidates: [
    { name: "without z", covariates: ["x"] },
    { name: "narrow", caliper: 0.02 },
    { name: "cut", method: "coarsened", coarsening: { cuts: 3, by: {}, k2k: false } },
    { name: "exact", method: "exact" },
  ],
};

describe("chooseMatch", () => {
  const chosen = chooseMatch(panel, several);
  const { choice } = chosen;

  it("is matchWaves where there is nothing to choose from", () => {
    expect(chooseMatch(panel, { ratio: 2 })).toEqual(matchWaves(panel, { ratio: 2 }));
  });

  it("compares on all that any specification matches on, and tells what each keeps and balances", () => {
    expect(choice?.rule).toEqual({ keep: 0.9, threshold: 0.1, covariates: 3 });
    expect(choice?.candidates.map(({ name }) => name)).toEqual(["declared", "without z", "narrow", "cut", "exact"]);
    const alone = matchWaves(panel, { ...several, candidates: [] });
    const sizes = alone.balance.rows.filter((row) => row.matched).map((row) => Math.abs(row.smdAfter));
    const [declared, withoutZ] = choice?.candidates ?? [];
    expect(declared.worst).toBeCloseTo(Math.max(...sizes), 12);
    expect(declared.mean).toBeCloseTo(sizes.reduce((a, b) => a + b, 0) / 3, 12);
    expect(declared.starters).toBe(alone.comparison.role.reduce((a, b) => a + b, 0));
    expect(declared.effectiveControls).toBeCloseTo(alone.balance.effectiveControls, 10);
    // What leaves z out balances all that it looks at, but is held to z too.
    expect(withoutZ.worst).toBeGreaterThan(0.3);
  });

  it("follows its rule", () => {
    const tried = choice?.candidates.filter((c) => c.failed === undefined) ?? [];
    const most = Math.max(...tried.map((c) => c.starters));
    const kept = tried.filter((c) => c.starters >= 0.9 * most);
    expect(tried.filter((c) => c.keeps)).toEqual(kept);
    const order = [...kept].sort((a, b) => a.over - b.over || a.worst - b.worst || b.effectiveControls - a.effectiveControls);
    expect(tried.filter((c) => c.chosen)).toEqual([order[0]]);
    // The narrow caliper would balance better, on fewer starters.
    expect(tried.find((c) => c.name === "narrow")?.keeps).toBe(false);
  });

  it("hands on the chosen match, and records what failed", () => {
    const name = choice?.candidates.find((c) => c.chosen)?.name;
    const index = (several.candidates ?? []).findIndex((c) => c.name === name);
    const { candidates: _, ...above } = several;
    const { name: __, ...own } = several.candidates?.[index] ?? { name: "declared" };
    const again = matchWaves(panel, { ...above, ...own });
    expect(chosen.comparison).toEqual(again.comparison);
    expect(choice?.candidates[4]).toMatchObject({ failed: "matching/no-exact-stratum", chosen: false, starters: 0 });
    const notes = chosen.problems.filter((p) => p.where.option === "matching.candidates");
    expect(notes.map((p) => p.code)).toEqual([expect.stringMatching(/-chosen$/), "matching/candidate-failed"]);
    expect(structuredClone(chosen)).toEqual(chosen);
  });

  it("a candidate inherits what only others use", () => {
    const m = chooseMatch(panel, {
      ...several,
      caliper: 0.3,
      candidates: [{ name: "exact", method: "exact", covariates: ["x"] }],
    });
    expect(m.choice?.candidates[1].failed).toBe("matching/no-exact-stratum");
  });

  it("fails where every specification does, with the problem of the one declared", () => {
    const candidates = [{ name: "too", method: "exact" as const, covariates: ["x"] }];
    expect(() => chooseMatch(panel, { method: "exact", candidates })).toThrow(KontrafaktError);
  });

  it("sees no outcome at or after a start: whatever they are, nothing changes", () => {
    const last = 108;
    const [measure] = panel.measures;
    for (const spoil of [() => Number.NaN, (v: number) => 1e6 - v]) {
      const values = measure.values.map((v, k) => {
        const i = Math.floor(k / periods);
        const from = Math.min(panel.firstTreated[i], last);
        return first + (k % periods) >= from ? spoil(v) : v;
      });
      expect(chooseMatch({ ...panel, measures: [{ ...measure, values }] }, several)).toEqual(chosen);
    }
  });

  it("tells progress over all specifications, and can be cancelled", () => {
    const cancel = new AbortController();
    const told: number[] = [];
    const context: Context = {
      seed: 0,
      signal: cancel.signal,
      progress: ({ done, total }) => {
        expect(total).toBe(10);
        told.push(done);
        if (done === 5) cancel.abort();
      },
    };
    expect(() => chooseMatch(panel, several, context)).toThrow(/abort/i);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(5);
  });
});
