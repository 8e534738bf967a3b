import { NEVER, type Panel } from "@kontrafakt/cohort";
import { exp, stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { CONTROL, TREATED } from "../comparison.js";
import type { MatchingOptionsInput } from "../options/matching-options.js";
import { matchWaves } from "./match-waves.js";

const WAVES = [106, 108, 110];
const periods = 12;

/** 200 people; those with a larger age and need start more, in one of three waves (or one). */
function panelOf(more: { age?: (started: boolean, age: number) => number; starters?: number; waves?: 1 } = {}): Panel {
  const n = 200;
  const { normal, uniform } = stream(11, "matching/test-weights", 0);
  const age = new Float64Array(n);
  const single = new Float64Array(n);
  const firstTreated = new Int32Array(n).fill(NEVER);
  const days = new Float64Array(n * periods);
  let started = 0;
  for (let i = 0; i < n; i++) {
    const need = normal();
    age[i] = 12 + 2 * normal();
    single[i] = uniform() < 0.4 ? 1 : 0;
    const start = uniform() < 1 / (1 + exp(2 - 0.2 * (age[i] - 12) - 0.4 * need - 0.3 * single[i]));
    const wave = WAVES[Math.floor(uniform() * (more.waves ?? 3))];
    if (start && started < (more.starters ?? n)) {
      firstTreated[i] = wave;
      started++;
    }
    if (more.age) age[i] = more.age(firstTreated[i] !== NEVER, age[i]);
    for (let t = 0; t < periods; t++) days[i * periods + t] = 3 * need + normal();
  }
  return {
    kind: "panel",
    units: n,
    periods: { unit: "quarter", ordinals: Int32Array.from({ length: periods }, (_, t) => 100 + t) },
    ids: Array.from({ length: n }, (_, i) => String(i)),
    firstTreated,
    observed: new Uint8Array(n * periods).fill(1),
    measures: [{ name: "days", unit: "days", values: days }],
    covariates: [
      { name: "age", values: age },
      { name: "single", values: single },
    ],
    clusterings: [],
  };
}

const panel = panelOf();
const base: MatchingOptionsInput = { share: "reuse", history: { windows: [[1, 4]] } };
const codes = (m: { problems: readonly { code: string }[] }) => m.problems.map((p) => p.code);
type Target = "att" | "ate" | "ato";
const kinds: [NonNullable<MatchingOptionsInput["method"]>, Target][] = [
  ["ipw", "att"],
  ["ipw", "ate"],
  ["ipw", "ato"],
  ["entropy", "att"],
  ["entropy", "ate"],
  ["cbps", "att"],
  ["cbps", "ate"],
];

describe("weightsOverWaves", () => {
  it.each(kinds)("%s %s: one set a wave, control weights sum to the starters', estimation over its rows", (method, target) => {
    const m = matchWaves(panel, { ...base, method, weighting: { target } });
    const { comparison } = m;
    const { weight, set, role, wave, unit, estimation } = comparison;
    expect([comparison.independence, new Set(set).size]).toEqual(["unit", 3]);
    const sums = Array.from({ length: 3 }, () => [0, 0]);
    let treated = 0;
    weight.forEach((w, i) => {
      sums[set[i]][role[i]] += w;
      treated += role[i];
    });
    expect(wave.every((g, r) => g === WAVES[set[r]])).toBe(true);
    expect(role.every((d, r) => (d === TREATED) === (panel.firstTreated[unit[r]] === wave[r]))).toBe(true);
    for (const [control, own] of sums) expect(control / own).toBeCloseTo(1, 9);
    expect(sums.reduce((a, [, own]) => a + own, 0)).toBeCloseTo(treated, 8);
    if (target === "att") expect(weight.every((w, i) => role[i] === CONTROL || w === 1)).toBe(true);
    const k = estimation?.parameters ?? 0;
    expect(k).toBe(method === "entropy" && target === "ate" ? 12 : 6);
    expect(estimation?.influence).toHaveLength(k * weight.length);
    // Scaled weights do not move along what scaling takes out: their gradient sums to the starters' in each set.
    for (let s = 0; s < 3; s++) {
      for (let j = 0; j < k; j++) {
        const part = (i: number) => (role[i] === TREATED ? 1 : -1) * Number(estimation?.gradient[i * k + j]);
        const difference = weight.reduce((sum, _, i) => (set[i] === s ? sum + part(i) : sum), 0);
        expect(Math.abs(difference)).toBeLessThan(1e-8 * treated);
      }
    }
  });

  it.each(["entropy", "cbps"] as const)("%s balances every variable of the score to rounding", (method) => {
    const m = matchWaves(panel, { ...base, method });
    const matched = m.balance.rows.filter((row) => row.matched);
    expect(matched.map((row) => row.covariate)).toEqual(["age", "single", "days[1,4]"]);
    for (const row of matched) expect(Math.abs(row.smdAfter)).toBeLessThan(1e-8);
    expect(m.balance.passed).toBe(true);
  });

  it("entropy with three moments balances squares and cubes of what has more than two values", () => {
    const { comparison } = matchWaves(panel, { ...base, method: "entropy", weighting: { moments: 3 } });
    // 3 waves; age, single and days; squares and cubes of age and days.
    expect(comparison.estimation?.parameters).toBe(10);
    const age = panel.covariates[0].values;
    for (const power of [1, 2, 3]) {
      const means = [0, 0];
      const total = [0, 0];
      comparison.weight.forEach((w, i) => {
        let v = w;
        for (let p = 0; p < power; p++) v *= age[comparison.unit[i]];
        means[comparison.role[i]] += v;
        total[comparison.role[i]] += w;
      });
      expect(means[0] / total[0] / (means[1] / total[1])).toBeCloseTo(1, 9);
    }
  });

  it("entropy and cbps weights of starters are the same", () => {
    const [a, b] = (["entropy", "cbps"] as const).map((method) => matchWaves(panel, { ...base, method }).comparison.weight);
    expect(Math.max(...a.map((w, i) => Math.abs(b[i] / w - 1)))).toBeLessThan(1e-8);
  });

  it("gives controls only to the wave they are offered to by lot, and says that weights could use more", () => {
    const m = matchWaves(panel, { ...base, share: "lot", method: "entropy" });
    const { unit, role } = m.comparison;
    const controls = unit.filter((_, i) => role[i] !== TREATED);
    expect(new Set(controls).size).toBe(controls.length);
    expect(codes(m)).toContain("matching/weights-by-lot");
    expect(codes(matchWaves(panel, { ...base, method: "entropy" }))).not.toContain("matching/weights-by-lot");
  });

  it("trimming by probability leaves starters unmatched, weights held fixed, and says both", () => {
    const m = matchWaves(panel, { ...base, method: "ipw", weighting: { trim: { probability: [0.02, 0.1] } } });
    const reasons = Array.from(m.unmatched.reason, (r) => m.unmatched.reasons[r]);
    expect(reasons.length).toBeGreaterThan(0);
    expect(new Set(reasons)).toEqual(new Set(["trimmed"]));
    expect(m.comparison.estimation).toBeUndefined();
    expect(m.comparison.weight.every((w) => w > 0)).toBe(true);
    expect(codes(m)).toEqual(
      expect.arrayContaining(["matching/trimmed", "matching/weights-held", "matching/unmatched-starters"]),
    );
    const note = m.problems.find((p) => p.code === "matching/trimmed");
    expect(note?.params).toMatchObject({ low: 0.02, high: 0.1, starters: reasons.length });
    // What is left sums to its starters again.
    const { weight, role } = m.comparison;
    const sums = [0, 0];
    weight.forEach((w, i) => {
      sums[role[i]] += w;
    });
    expect(sums[0]).toBeCloseTo(sums[1], 8);
  });

  it("cutting weights at a quantile makes the largest smaller", () => {
    const largest = (trim: object) => {
      const { comparison } = matchWaves(panel, { ...base, method: "ipw", weighting: { trim } });
      return Math.max(...comparison.weight.filter((_, i) => comparison.role[i] !== TREATED));
    };
    expect(largest({ weight: 0.9 })).toBeLessThan(0.8 * largest({}));
  });

  it("leaves out a variable that no weights can balance, and names it", () => {
    const apart = panelOf({ waves: 1, age: (started, age) => (started ? age + 40 : age) });
    for (const method of ["ipw", "entropy", "cbps"] as const) {
      const m = matchWaves(apart, { ...base, method });
      const named = m.problems.filter((p) => /separation|infeasible/.test(p.code)).map((p) => p.params.variable);
      expect(named).toEqual(["age"]);
      expect(m.comparison.estimation?.parameters).toBe(3);
      expect(Math.abs(m.balance.rows.find((row) => row.covariate === "age")?.smdAfter ?? 0)).toBeGreaterThan(1);
    }
    // Squares of starters are beyond everybody's: only that moment goes.
    const tail = panelOf({ waves: 1, age: (started, age) => (started ? 12.8 + 2.5 * (age - 12.8) : 12 + 0.6 * (age - 12)) });
    const m = matchWaves(tail, { ...base, method: "entropy", weighting: { moments: 2 } });
    expect(m.problems.find((p) => p.code === "matching/infeasible-balance")?.params.variable).toBe("age^2");
  });

  it("warns where one person carries the weight and where few controls are left in effect", () => {
    const tail = panelOf({ waves: 1, age: (started, age) => (started ? age + 2 : age) });
    const m = matchWaves(tail, { ...base, method: "entropy" });
    expect(codes(m)).toEqual(expect.arrayContaining(["matching/extreme-weights", "matching/uneven-weights"]));
    expect(codes(m)).not.toContain("matching/few-effective-controls");
    const { percent } = m.problems.find((p) => p.code === "matching/extreme-weights")?.params ?? {};
    const { weight, unit, role } = m.comparison;
    const byPerson = new Map<number, number>();
    let total = 0;
    weight.forEach((w, i) => {
      if (role[i] === TREATED) return;
      total += w;
      byPerson.set(unit[i], (byPerson.get(unit[i]) ?? 0) + w);
    });
    expect(percent).toBe(Math.round((100 * Math.max(...byPerson.values())) / total));
  });

  it("takes a sampling weight of 2 as two people", () => {
    const twice = Float64Array.from({ length: panel.units }, (_, i) => (i % 4 === 0 ? 2 : 1));
    const who = Array.from(twice.keys()).flatMap((i) => (twice[i] === 2 ? [i, i] : [i]));
    const long: Panel = {
      ...panel,
      units: who.length,
      ids: who.map((_, r) => String(r)),
      firstTreated: Int32Array.from(who, (i) => panel.firstTreated[i]),
      observed: new Uint8Array(who.length * periods).fill(1),
      measures: panel.measures.map((m) => ({
        ...m,
        values: Float64Array.from(who.flatMap((i) => [...m.values.subarray(i * periods, (i + 1) * periods)])),
      })),
      covariates: panel.covariates.map((c) => ({ ...c, values: Float64Array.from(who, (i) => c.values[i]) })),
    };
    for (const method of ["ipw", "entropy"] as const) {
      const weighted = matchWaves({ ...panel, samplingWeight: twice }, { ...base, method }).comparison;
      const repeated = matchWaves(long, { ...base, method }).comparison;
      const share = (c: typeof weighted, person: (unit: number) => number): Map<number, number> => {
        const total = c.weight.reduce((a, b) => a + b, 0);
        const sums = new Map<number, number>();
        c.unit.forEach((u, r) => {
          sums.set(person(u), (sums.get(person(u)) ?? 0) + c.weight[r] / total);
        });
        return sums;
      };
      const wanted = share(repeated, (u) => who[u]);
      for (const [i, s] of share(weighted, (u) => u)) expect(s / (wanted.get(i) ?? 0)).toBeCloseTo(1, 7);
    }
  });

  it("refuses where trimming leaves nobody, and a combination that is not defined", () => {
    const none: MatchingOptionsInput = { ...base, method: "ipw", weighting: { trim: { probability: [0.9, 1] } } };
    expect(() => matchWaves(panel, none)).toThrow(/matching\.weighting\.trim: 0 starters are left/);
    expect(() => matchWaves(panel, { ...base, method: "entropy", weighting: { target: "ato" } })).toThrow(/ato.*ipw/);
    expect(() => matchWaves(panelOf({ starters: 1 }), { ...base, method: "entropy" })).toThrow(/only one starter/);
  });

  it("weights with a probit or a penalised score differ, and balance as well", () => {
    const fits = [{}, { model: "probit" }, { penalty: "firth" }] as const;
    const [logit, ...others] = fits.map((score) => matchWaves(panel, { ...base, method: "ipw", score }));
    for (const { comparison, balance } of others) {
      const apart = Math.max(...logit.comparison.weight.map((w, i) => Math.abs(comparison.weight[i] / w - 1)));
      expect(apart).toBeGreaterThan(1e-4);
      for (const row of balance.rows) if (row.matched) expect(Math.abs(row.smdAfter)).toBeLessThan(0.1);
      expect(comparison.estimation?.parameters).toBe(6);
    }
  });
});
