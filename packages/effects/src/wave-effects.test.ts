import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { solvePositive } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { linearCombination } from "./linear-combination.js";
import { randomWaves } from "./random-waves.fixture.js";
import { waveEffects } from "./wave-effects.js";

// Absolute tolerance of the oracle: the same sums in another order.
const digits = 10;

/** The estimator written out from its definition, one loop a sentence. */
function byDefinition(panel: Panel, c: Comparison, outcome: number, window: number, adjust: boolean) {
  const T = panel.periods.ordinals.length;
  const y = (unit: number, t: number) =>
    t >= 0 && t < T && panel.observed[unit * T + t] ? panel.measures[outcome].values[unit * T + t] : Number.NaN;
  const meanOver = (unit: number, from: number, to: number) => {
    const values: number[] = [];
    for (let t = from; t <= to; t++) if (!Number.isNaN(y(unit, t))) values.push(y(unit, t));
    return values.length ? values.reduce((a, b) => a + b) / values.length : Number.NaN;
  };
  const rows = Array.from(c.unit, (unit, r) => {
    const zero = c.wave[r] - c.anticipation;
    return {
      r,
      unit,
      set: c.set[r],
      wave: c.wave[r],
      treated: c.role[r] === 1,
      base: meanOver(unit, zero - window, zero - 1),
      x: [] as number[],
    };
  });
  if (adjust) {
    const raw = rows.map((row) => {
      const zero = row.wave - c.anticipation;
      return [c.score[row.r], row.base, meanOver(row.unit, zero - 2 * window, zero - window - 1)];
    });
    rows.forEach((row, i) => {
      row.x = raw[i].map((v, k) => {
        if (!Number.isNaN(v)) return v;
        const mates = rows.flatMap((other, j) => (other.set === row.set && !Number.isNaN(raw[j][k]) ? [raw[j][k]] : []));
        return mates.reduce((a, b) => a + b) / mates.length;
      });
    });
  }
  const result = new Map<string, { att: number; n: number; effective: number }>();
  for (let e = -T; e <= T; e++) {
    const sets: { wave: number; treated: (typeof rows)[0]; controls: { row: (typeof rows)[0]; w: number }[] }[] = [];
    const delta = (row: (typeof rows)[0]) => y(row.unit, row.wave + e) - row.base;
    for (const treated of rows.filter((row) => row.treated)) {
      if (Number.isNaN(delta(treated))) continue;
      const t = treated.wave + e;
      const observed = rows.filter((row) => row.set === treated.set && !row.treated && !Number.isNaN(delta(row)));
      if (observed.length === 0) continue;
      const sum = observed.reduce((a, row) => a + c.weight[row.r], 0);
      const controls = observed
        .filter((row) => t < c.until[row.r])
        .map((row) => {
          let p = 1;
          c.waves.forEach((k, i) => {
            if (k - c.anticipation <= t) p = c.uncensored[row.r * c.waves.length + i];
          });
          return { row, w: c.weight[row.r] / sum / p };
        });
      sets.push({ wave: treated.wave, treated, controls });
    }
    const p = rows[0].x.length;
    const waves = [...new Set(sets.map((s) => s.wave))];
    // Dense normal equations: wave dummies and covariates.
    const K = waves.length + p;
    const A = new Float64Array(K * K);
    const b = new Float64Array(K);
    for (const s of sets) {
      for (const { row, w } of s.controls) {
        const z = [...waves.map((g) => (g === s.wave ? 1 : 0)), ...row.x];
        for (let i = 0; i < K; i++) {
          b[i] += w * z[i] * delta(row);
          for (let j = 0; j < K; j++) A[i * K + j] += w * z[i] * z[j];
        }
      }
    }
    if (sets.length === 0) continue;
    const solution = p > 0 ? solvePositive(A, b, K)! : new Float64Array(K);
    const adjusted = (row: (typeof rows)[0]) => row.x.reduce((d, v, k) => d - v * solution[waves.length + k], delta(row));
    for (const g of waves) {
      const own = sets.filter((s) => s.wave === g);
      const controls = own.flatMap((s) => s.controls);
      if (controls.length === 0) continue;
      const all = controls.reduce((a, { w }) => a + w, 0);
      const treatedMean = own.reduce((a, s) => a + adjusted(s.treated), 0) / own.length;
      const att = treatedMean - controls.reduce((a, { row, w }) => a + (w / all) * adjusted(row), 0);
      const effective = (all * all) / controls.reduce((a, { w }) => a + w * w, 0);
      result.set(`${g}/${g + e}`, { att, n: own.length, effective });
    }
  }
  return result;
}

describe("waveEffects", () => {
  it.each([1, 2, 3, 4, 5, 6])("is what its definition says, unadjusted (seed %i)", (seed) => {
    const { panel, comparison } = randomWaves({ seed, sets: [4, 5], controls: 2, gaps: 0.2, later: 0.5 });
    const { effects } = waveEffects(panel, comparison, { adjust: [] });
    for (let o = 0; o < 2; o++) {
      const oracle = byDefinition(panel, comparison, o, 4, false);
      const mine = effects.terms.flatMap((t, k) => (t.outcome === panel.measures[o].name ? [{ t, v: effects.estimate[k] }] : []));
      expect(mine.length).toBe([...oracle.values()].filter((v) => v.n > 1 && v.effective >= Math.min(v.n / 2, 8)).length);
      for (const { t, v } of mine) {
        expect(v).toBeCloseTo(oracle.get(`${t.group}/${t.time}`)!.att, digits);
        expect(t.n).toBe(oracle.get(`${t.group}/${t.time}`)!.n);
      }
    }
  });

  it.each([7, 8, 9])("is what its definition says, adjusted (seed %i)", (seed) => {
    const { panel, comparison } = randomWaves({ seed, sets: [40, 44], later: 0.3, periods: 13 });
    const { effects } = waveEffects(panel, comparison, {});
    const oracle = byDefinition(panel, comparison, 1, 4, true);
    effects.terms.forEach((t, k) => {
      if (t.outcome === "__proto__") expect(effects.estimate[k]).toBeCloseTo(oracle.get(`${t.group}/${t.time}`)!.att, 8);
    });
  });

  it("has an influence that is the derivative by atom weight", () => {
    const { panel, comparison } = randomWaves({ seed: 11, sets: [31, 33], later: 0.3, reuse: true, periods: 12 });
    const fit = waveEffects(panel, comparison, { compat: "did" });
    const { effects } = fit;
    if (effects.basis.kind !== "influence") throw new Error("no influence");
    expect(effects.basis.atoms).toBe(63);
    const K = effects.terms.length;
    const h = 1e-5;
    for (const a of [0, 1, 40, 62]) {
      const up = new Float64Array(effects.basis.atoms).fill(1);
      const down = up.slice();
      up[a] += h;
      down[a] -= h;
      const high = fit.refit(up);
      const low = fit.refit(down);
      for (let k = 0; k < K; k++) expect((high[k] - low[k]) / (2 * h)).toBeCloseTo(effects.basis.rows[a * K + k], 7);
    }
    const same = fit.refit(new Float64Array(effects.basis.atoms).fill(1));
    same.forEach((v, k) => {
      expect(v).toBeCloseTo(effects.estimate[k], 12);
    });
  });

  it("gives an unadjusted cell the one-sample t statistics of its set differences", () => {
    const { panel, comparison } = randomWaves({ seed: 5, sets: [6], controls: 1, gaps: 0, later: 0 });
    const { effects } = waveEffects(panel, comparison, { adjust: [] });
    const k = effects.terms.findIndex((t) => t.time === 12 && t.outcome === "first");
    const y = panel.measures[0].values;
    const d = [0, 1, 2, 3, 4, 5].map((s) => {
      const change = (u: number) => y[u * 20 + 12] - (y[u * 20 + 3] + y[u * 20 + 4] + y[u * 20 + 5] + y[u * 20 + 6]) / 4;
      return change(2 * s) - change(2 * s + 1);
    });
    const average = d.reduce((a, b) => a + b) / 6;
    const variance = d.reduce((a, b) => a + (b - average) * (b - average), 0) / 5 / 6;
    expect(effects.estimate[k]).toBeCloseTo(average, 12);
    expect(effects.covariance[k * effects.terms.length + k]).toBeCloseTo(variance, 12);
    expect(effects.df[k]).toBeCloseTo(5, 10);
  });

  it("does not change its inputs, nor with the order of rows and sets", () => {
    const { panel, comparison } = randomWaves({ seed: 12, sets: [22, 25], reuse: true });
    const before = structuredClone({ panel, comparison });
    const { effects } = waveEffects(panel, comparison, {});
    expect({ panel, comparison }).toEqual(before);
    const R = comparison.unit.length;
    const order = Array.from({ length: R }, (_, r) => R - 1 - r);
    const W = comparison.waves.length;
    const turned: Comparison = {
      ...comparison,
      unit: Int32Array.from(order, (r) => comparison.unit[r]),
      wave: Int32Array.from(order, (r) => comparison.wave[r]),
      set: Int32Array.from(order, (r) => 46 - comparison.set[r]),
      role: Uint8Array.from(order, (r) => comparison.role[r]),
      weight: Float64Array.from(order, (r) => comparison.weight[r]),
      start: Int32Array.from(order, (r) => comparison.start[r]),
      until: Int32Array.from(order, (r) => comparison.until[r]),
      score: Float64Array.from(order, (r) => comparison.score[r]),
      uncensored: Float64Array.from({ length: R * W }, (_, i) => comparison.uncensored[order[Math.floor(i / W)] * W + (i % W)]),
    };
    const other = waveEffects(panel, turned, {}).effects;
    expect(other.terms).toEqual(effects.terms);
    other.estimate.forEach((v, k) => {
      expect(v).toBeCloseTo(effects.estimate[k], 9);
    });
    other.covariance.forEach((v, k) => {
      expect(v).toBeCloseTo(effects.covariance[k], 9);
    });
  });

  it("counts sets that share a household as one", () => {
    const { panel, comparison } = randomWaves({ seed: 3, sets: [12], controls: 2 });
    const { effects } = waveEffects(panel, comparison, { cluster: "household", adjust: [] });
    expect(effects.clusters).toBe(6);
    const k = effects.terms.findIndex((t) => t.time === 12);
    expect(effects.df[k]).toBeLessThanOrEqual(5 + 1e-9);
    expect(() => waveEffects(panel, comparison, { cluster: "school" })).toThrow('no clustering named "school"');
  });

  it("moves the treated role within a set", () => {
    const { panel, comparison } = randomWaves({ seed: 4, sets: [5, 5], controls: 2, gaps: 0, later: 0 });
    const fit = waveEffects(panel, comparison, { adjust: [] });
    const role = comparison.role.slice();
    role[0] = 0;
    role[1] = 1;
    const ones = new Float64Array(10).fill(1);
    const moved = fit.refit(ones, role);
    const y = panel.measures[0].values;
    const k = fit.effects.terms.findIndex((t) => t.group === 8 && t.time === 9 && t.outcome === "first");
    const change = (u: number) => y[u * 20 + 9] - (y[u * 20 + 3] + y[u * 20 + 4] + y[u * 20 + 5] + y[u * 20 + 6]) / 4;
    let difference = change(1) - (change(0) + change(2)) / 2;
    for (let s = 1; s < 5; s++) difference += change(3 * s) - (change(3 * s + 1) + change(3 * s + 2)) / 2;
    expect(moved[k]).toBeCloseTo(difference / 5, 10);
  });

  it("leaves out a set whose comparison is gone and says so", () => {
    const { panel, comparison } = randomWaves({ seed: 4, sets: [5], controls: 1, gaps: 0, later: 0 });
    for (let t = 10; t < 20; t++) panel.observed[20 + t] = 0;
    panel.measures[0].values.fill(Number.NaN, 30, 40);
    const { effects } = waveEffects(panel, comparison, { adjust: [] }, ["first"]);
    expect(effects.terms.find((t) => t.time === 9)?.n).toBe(5);
    expect(effects.terms.find((t) => t.time === 10)?.n).toBe(4);
    const said = effects.problems.find((p) => p.code === "effects/no-comparison-left");
    expect(said?.params).toEqual({ outcome: "first", personPeriods: 10, sets: 1 });
  });

  it("lets others stand in for a referred control, by how likely they were to be referred", () => {
    const { panel, comparison } = randomWaves({ seed: 4, sets: [3, 3], controls: 1, gaps: 0, later: 0 });
    // The control of set 0 is referred at 10; the others of wave 8 had a probability of 0.5 and 0.8 of not being.
    comparison.until[1] = 10;
    comparison.uncensored[3 * 2 + 1] = 0.5;
    comparison.uncensored[5 * 2 + 1] = 0.8;
    const { effects } = waveEffects(panel, comparison, { adjust: [] });
    const k = effects.terms.findIndex((t) => t.group === 8 && t.time === 10 && t.outcome === "first");
    const y = panel.measures[0].values;
    const change = (u: number) => y[u * 20 + 10] - (y[u * 20 + 3] + y[u * 20 + 4] + y[u * 20 + 5] + y[u * 20 + 6]) / 4;
    const comparisonMean = (2 * change(3) + 1.25 * change(5)) / 3.25;
    expect(effects.estimate[k]).toBeCloseTo((change(0) + change(2) + change(4)) / 3 - comparisonMean, 12);
    expect(effects.terms[k]).toMatchObject({ n: 3, controls: 2 });
  });

  it("has degrees of freedom of combinations that need no influence where clusters nest in waves", () => {
    const { panel, comparison } = randomWaves({ seed: 21, sets: [7, 12, 9], gaps: 0, later: 0 });
    const { effects } = waveEffects(panel, comparison, { adjust: [] });
    const c = Float64Array.from(effects.terms, (t) => (t.event! >= 0 ? t.n * (t.outcome === "first" ? 1 : -0.3) : 0));
    const full = linearCombination(effects, c);
    const bare = linearCombination({ ...effects, basis: { kind: "covariance-only" } }, c);
    expect(bare.df).toBeCloseTo(full.df, 8);
    expect(bare.se).toBeCloseTo(full.se, 10);
    expect(full.df).toBeLessThanOrEqual(25 + 1e-9);
    expect(full.df).toBeGreaterThan(6);
  });
});
