import { NEVER, type Panel } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import type { Balance } from "../balance/balance-value.js";
import type { MatchingOptionsInput } from "../options/matching-options.js";
import { matchProblems } from "./match-problems.js";
import { matchWaves } from "./match-waves.js";

/** Ups and downs that are the same on every run. */
const wiggle = (i: number, j: number): number => {
  const far = Math.sin(i * 12.9898 + j * 78.233) * 43758.5453;
  return 2 * (far - Math.floor(far)) - 1;
};
const N = 160;
const PERIODS = 24;
/** Two waves of 20 at ordinals 114 and 118 among 160 people, with a covariate, a sex and an outcome that wanders. */
const panel: Panel = {
  kind: "panel",
  units: N,
  periods: { unit: "ordinal", ordinals: Int32Array.from({ length: PERIODS }, (_, t) => 100 + t) },
  ids: Array.from({ length: N }, (_, i) => `u${i}`),
  firstTreated: Int32Array.from({ length: N }, (_, i) => (i < 20 ? 114 : i < 40 ? 118 : NEVER)),
  observed: new Uint8Array(N * PERIODS).fill(1),
  measures: [
    {
      name: "days",
      unit: "days",
      values: Float64Array.from({ length: N * PERIODS }, (_, k) => {
        const i = Math.floor(k / PERIODS);
        return 10 + 3 * wiggle(i, 1) + wiggle(i, 3 + (k % PERIODS)) + (i < 40 ? 1 : 0);
      }),
    },
  ],
  covariates: [
    { name: "x", values: Float64Array.from({ length: N }, (_, i) => wiggle(i, 2) + (i < 40 ? 0.4 : 0)) },
    { name: "sex=m", values: Float64Array.from({ length: N }, (_, i) => (wiggle(i, 50) > 0 ? 1 : 0)) },
  ],
  clusterings: [],
};
const windows: [number, number][] = [
  [1, 1],
  [2, 4],
];
const match = (given: MatchingOptionsInput = {}) => matchWaves(panel, { ratio: 1, caliper: 0.1, history: { windows }, ...given });
const smd = (b: Balance, name: string): number => b.rows.find((r) => r.covariate === name)?.smdAfter ?? Number.NaN;

describe("waveBalance", () => {
  it("a covariate that the score left out because it separates is not forgotten", () => {
    // Every starter has it, and half of the others: no score can hold it, exact strata agree in it.
    const mark = { name: "mark", values: Float64Array.from({ length: N }, (_, i) => (i < 40 || i % 2 === 0 ? 1 : 0)) };
    const marked = { ...panel, covariates: [...panel.covariates, mark] };
    const options: MatchingOptionsInput = {
      share: "reuse",
      history: { windows: [] },
      covariates: ["mark", "sex"],
      balanceThreshold: 0.3,
    };
    for (const method of ["nearest", "ipw", "entropy", "cbps"] as const) {
      const { balance: own, problems } = matchWaves(marked, { ...options, method });
      expect(problems.map((p) => p.code)).toContain("matching/separation");
      expect(own.rows.find((r) => r.covariate === "mark")).toMatchObject({ matched: true });
      expect(own.passed).toBe(false);
      expect(problems.find((p) => p.code === "matching/not-balanced")?.params.variables).toBe("mark");
    }
    const held: MatchingOptionsInput = { ...options, caliper: null, exact: ["mark"], replace: true };
    for (const given of [held, { ...options, method: "exact" as const }]) {
      const { balance: own } = matchWaves(marked, given);
      expect(own.rows.find((r) => r.covariate === "mark")).toMatchObject({ matched: true, smdAfter: 0 });
      expect(own.passed).toBe(true);
    }
  });

  it("strata answer for all that they compare, whatever the score's formula leaves out", () => {
    const { balance: own } = matchWaves(panel, {
      method: "coarsened",
      coarsening: { cuts: 2 },
      share: "reuse",
      history: { windows: [] },
      score: { formula: "sex" },
    });
    expect(own.rows.find((r) => r.covariate === "x")).toMatchObject({ matched: true });
    const nearest = matchWaves(panel, { share: "reuse", history: { windows: [] }, score: { formula: "sex" } }).balance;
    expect(nearest.rows.find((r) => r.covariate === "x")).toMatchObject({ matched: false });
  });

  const { balance, unmatched, comparison } = match();

  it("waves' differences, weighted by their matched starters, are those of the whole", () => {
    const total = balance.waves.reduce((n, w) => n + w.matched, 0);
    balance.rows.forEach((row, j) => {
      const mean = balance.waves.reduce((sum, w) => sum + (w.matched / total) * (w.smdAfter?.[j] ?? Number.NaN), 0);
      expect(mean).toBeCloseTo(row.smdAfter, 12);
    });
    const matched = balance.rows.flatMap((r, j) => (r.matched ? [j] : []));
    for (const w of balance.waves) {
      expect(Math.max(...matched.map((j) => Math.abs(w.smdAfter?.[j] ?? 0)))).toBeCloseTo(w.worstSmdAfter, 12);
      expect(w.effectiveControls).toBeCloseTo(w.controls, 12);
    }
  });

  it("the nearest period is the nearest window, older ones are held back", () => {
    const periods = balance.periods ?? [];
    expect(periods[0]).toMatchObject({ outcome: "days", before: 1, role: "history" });
    expect(periods[0].smdAfter).toBeCloseTo(smd(balance, "days[1,1]"), 14);
    expect(periods.map((p) => p.role).slice(0, 6)).toEqual([...Array(4).fill("history"), "held-back", "held-back"]);
    // 18 periods before the later wave, of whom the earlier wave's starters are seen in 14.
    expect(periods).toHaveLength(18);
    expect(periods[17].starters).toBe(balance.waves[1].matched);
  });

  it("a gap moves windows, which are counted from time zero, and its periods are told apart", () => {
    const after = match({ history: { windows, gap: 2 } }).balance;
    expect(after.periods?.map((p) => p.role).slice(0, 7)).toEqual(["gap", "gap", ...Array(4).fill("history"), "held-back"]);
    const nearest = after.rows.find((r) => r.covariate === "days[1,1]");
    expect(nearest?.window).toEqual([3, 3]);
    expect(after.periods?.[2].smdAfter).toBeCloseTo(nearest?.smdAfter as number, 14);
  });

  it("starters without a control are those in the means of the unmatched", () => {
    expect(unmatched.unit.length).toBeGreaterThan(0);
    const row = balance.rows[0];
    const of = (units: Iterable<number>): number[] => Array.from(units, (i) => panel.covariates[0].values[i]);
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    expect(row.meanUnmatched).toBeCloseTo(mean(of(unmatched.unit)), 12);
    expect(row.knownUnmatched).toEqual({ people: unmatched.unit.length, notZero: unmatched.unit.length });
    const kept = comparison.unit.filter((_, k) => comparison.role[k] === 1);
    const all = of(panel.firstTreated.keys()).slice(0, 40);
    const sd = Math.sqrt(all.reduce((s, v) => s + (v - mean(all)) ** 2, 0) / 39);
    expect(row.smdUnmatched).toBeCloseTo((mean(of(kept)) - mean(of(unmatched.unit))) / sd, 12);
  });

  it("squares and products are of the matched rows, scores of everybody at risk, pair distances of the sets", () => {
    // Three squares (x and two windows), six pairs of four.
    expect(balance.products).toMatchObject({ squares: 3, interactions: 6 });
    expect(balance.scores?.people?.[0].reduce((a, b) => a + b, 0)).toBe(40);
    expect(balance.rows.every((r) => (r.pairDistance ?? -1) >= 0)).toBe(true);
    expect(balance.effective?.treatedBefore).toBeCloseTo(40, 12);
  });

  it("shows differences of shares where asked to, and no terms of the score as rows", () => {
    const raw = match({ balanceBinary: "raw", score: { terms: [{ power: "x", degree: 2 }] } }).balance;
    const row = raw.rows.find((r) => r.covariate === "sex=m");
    expect(row?.smdAfter).toBeCloseTo((row?.meanTreatedAfter ?? 0) - (row?.meanControlAfter ?? 0), 14);
    expect(raw.rows.map((r) => r.covariate)).toEqual(balance.rows.map((r) => r.covariate));
  });
});

describe("waveBalance of weights", () => {
  it("has no pairs; for everybody at risk differences are over the pooled SD, and starters' weights count", () => {
    const weigh = (given: MatchingOptionsInput) => matchWaves(panel, { history: { windows }, ...given }).balance;
    const att = weigh({ method: "entropy" });
    expect(att).toMatchObject({ denominator: "treated", passed: true });
    expect(att.rows.every((r) => r.pairDistance === undefined)).toBe(true);
    expect(att.effective?.treatedAfter).toBeCloseTo(40, 9);
    const ate = weigh({ method: "ipw", weighting: { target: "ate" } });
    expect(ate.denominator).toBe("pooled");
    expect(ate.effective?.treatedAfter).toBeLessThan(40);
    const { meanTreated: t, meanControlBefore: c, smdBefore } = ate.rows[0];
    expect(smdBefore).toBeCloseTo((t - c) / Math.sqrt((variance(0, 40) + variance(0, N, true)) / 2), 2);
  });
});

/** Of x among starters, or, roughly, among those at risk beside them. */
function variance(from: number, to: number, atRisk = false): number {
  const values = Array.from(panel.covariates[0].values.subarray(atRisk ? 40 : from, to));
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((s, v) => s + (v - mean) ** 2, 0) / (values.length - 1);
}

describe("matchProblems of a balance's details", () => {
  const { balance, comparison } = match();
  const uncensored = comparison.uncensored.map(() => 1);
  const codes = (given: Partial<Balance>, unmatched = 0): string[] =>
    matchProblems(panel, { ...comparison, uncensored }, { ...balance, passed: true, ...given }, unmatched).map((p) => p.code);
  const quiet: Partial<Balance> = {
    products: { squares: 3, interactions: 6, overBefore: 0, overAfter: 0, worst: null },
    effectiveControls: 100,
    worst: 0.05,
    waves: balance.waves.map((w) => ({ ...w, matched: 40, effectiveControls: 120, worstSmdAfter: 0.2 })),
  };

  it("says nothing where there is nothing to say", () => {
    expect(codes(quiet)).toEqual([]);
  });

  it("names a wave much worse than the whole, beyond chance", () => {
    const [first, second] = quiet.waves ?? [];
    // 0.1 + 3 · √(1/40 + 1/120) = 0.65.
    expect(codes({ ...quiet, waves: [first, { ...second, worstSmdAfter: 0.64 }] })).toEqual([]);
    expect(codes({ ...quiet, waves: [first, { ...second, worstSmdAfter: 0.66 }] })).toEqual(["matching/wave-not-balanced"]);
  });

  it("names squares and products, lost starters, few effective controls and no period held back", () => {
    const worst = { covariates: ["x", "x"] as const, smdAfter: 0.3 };
    expect(codes({ ...quiet, products: { squares: 3, interactions: 6, overBefore: 0, overAfter: 1, worst } })).toEqual([
      "matching/products-not-balanced",
    ]);
    const rows = balance.rows.map((r) => ({ ...r, smdUnmatched: 0.9, knownUnmatched: { people: 12, notZero: 12 } }));
    expect(codes({ ...quiet, rows }, 12)).toEqual(["matching/unmatched-starters", "matching/lost-differ"]);
    expect(codes({ ...quiet, rows }, 9)).toEqual(["matching/unmatched-starters"]);
    expect(codes({ ...quiet, effectiveControls: 19 })).toEqual(["matching/few-effective-controls"]);
    const periods = (balance.periods ?? []).filter((p) => p.role === "history");
    expect(codes({ ...quiet, periods })).toEqual(["matching/none-held-back"]);
  });
});
