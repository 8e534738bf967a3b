import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { exp, stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import type { Effects } from "./effects-value.js";
import { randomWaves } from "./random-waves.fixture.js";
import { type Regroup, regroup } from "./regroup.fixture.js";
import { type WaveFit, waveEffects } from "./wave-effects.js";

const T = 14;

function rowsOf(effects: Effects): Float64Array {
  if (effects.basis.kind !== "influence") throw new Error("no influence");
  return effects.basis.rows;
}

/** Mean outcome of a cell's treated from the definition: observed with a base, and with a control of the set observed. */
function treatedMean(panel: Panel, c: Comparison, outcome: number, g: number, t: number, weight: (r: number) => number): number {
  const y = (unit: number, at: number) =>
    panel.observed[unit * T + at] ? panel.measures[outcome].values[unit * T + at] : Number.NaN;
  const zero = g - c.anticipation - c.gap;
  const seen = (r: number) =>
    c.weight[r] > 0 && !Number.isNaN(y(c.unit[r], t)) && [1, 2, 3, 4].some((back) => !Number.isNaN(y(c.unit[r], zero - back)));
  const rows = [...c.unit.keys()].filter((r) => c.wave[r] === g && seen(r));
  const own = rows.filter((r) => c.role[r] === 1 && rows.some((q) => c.role[q] === 0 && c.set[q] === c.set[r]));
  const all = own.reduce((sum, r) => sum + weight(r), 0);
  return own.reduce((sum, r) => sum + (weight(r) / all) * y(c.unit[r], t), 0);
}

const kinds: [string, Regroup | undefined][] = [
  ["matched sets", undefined],
  ["sets of several treated", { merge: 3, independence: "set" }],
  ["strata", { merge: 4, independence: "unit" }],
  ["weights of both arms", { merge: Number.POSITIVE_INFINITY, independence: "unit", spread: 0.6, both: true, trim: 9 }],
];

function setup(seed: number, spec: Regroup | undefined) {
  const { panel, comparison } = randomWaves({
    seed,
    sets: [18, 20],
    controls: 3,
    periods: T,
    gaps: 0.1,
    later: 0.3,
    reuse: true,
  });
  return { panel, comparison: spec ? regroup(comparison, { ...spec, seed }) : comparison };
}

describe("withLevels of waveEffects", () => {
  it.each(kinds)("%s: means, and influence that is their derivative by atom weight", (_, spec) => {
    const { panel, comparison } = setup(3, spec);
    const fit = waveEffects(panel, comparison, { compat: "did", adjust: ["score"] });
    const before = structuredClone({ effects: fit.effects, panel, comparison });
    const levels = fit.withLevels();
    expect({ effects: fit.effects, panel, comparison }).toEqual(before);
    const K = fit.effects.terms.length;
    expect(levels.terms.slice(0, K)).toEqual(fit.effects.terms);
    expect(levels.terms.slice(K)).toEqual(fit.effects.terms.map((t) => ({ ...t, scale: "treatedMean" })));
    expect(levels.estimate.slice(0, K)).toEqual(fit.effects.estimate);
    const rows = rowsOf(levels);
    const held = rowsOf(fit.effects);
    const { ofRow, count } = fit.design.atoms;
    const h = 1e-5;
    let changed = 0;
    for (let k = 0; k < K; k += 3) {
      const { outcome, group, time } = fit.effects.terms[k];
      const o = outcome === "first" ? 0 : 1;
      const mean = (weight: (r: number) => number) => treatedMean(panel, comparison, o, group!, time!, weight);
      expect(levels.estimate[K + k]).toBeCloseTo(
        mean((r) => comparison.weight[r]),
        10,
      );
      for (const a of [0, 1, 5, count >> 1, count - 2]) {
        const at = (v: number) => mean((r) => comparison.weight[r] * (ofRow[r] === a ? v : 1));
        expect(rows[a * 2 * K + K + k]).toBeCloseTo((at(1 + h) - at(1 - h)) / (2 * h), 7);
        if (rows[a * 2 * K + k] !== held[a * K + k]) changed++;
      }
      for (let j = 0; j < K; j++) if (levels.covariance[j * 2 * K + k] !== fit.effects.covariance[j * K + k]) changed++;
    }
    expect(changed).toBe(0);
    for (const [j, k] of [
      [0, K],
      [K + 2, 3],
      [K + 1, K + 4],
    ]) {
      let sum = 0;
      for (let a = 0; a < count; a++) sum += rows[a * 2 * K + j] * rows[a * 2 * K + k];
      expect(levels.covariance[j * 2 * K + k]).toBeCloseTo(sum, 12);
      expect(levels.covariance[k * 2 * K + j]).toBe(levels.covariance[j * 2 * K + k]);
    }
  });

  it("carries the estimation of the weights", () => {
    const { panel, comparison } = setup(4, kinds[3][1]);
    const random = stream(7, "test/estimation", 0);
    const z = Float64Array.from(comparison.unit, () => random.normal());
    const influence = Float64Array.from(comparison.unit, () => random.normal() / 50);
    const gradient = comparison.weight.map((w, r) => w * z[r]);
    const levelsOf = (c: Comparison): [WaveFit, Effects] => {
      const fit = waveEffects(panel, c, { compat: "did", adjust: [] });
      return [fit, fit.withLevels()];
    };
    const [, held] = levelsOf(comparison);
    const [fit, found] = levelsOf({ ...comparison, estimation: { parameters: 1, influence, gradient } });
    const h = 1e-5;
    const [high, low] = [h, -h].map(
      (theta) => levelsOf({ ...comparison, weight: comparison.weight.map((w, r) => w * exp(theta * z[r])) })[1].estimate,
    );
    const byAtom = new Float64Array(fit.design.atoms.count);
    influence.forEach((v, r) => {
      byAtom[fit.design.atoms.ofRow[r]] += v;
    });
    const K2 = high.length;
    for (let k = K2 / 2; k < K2; k++) {
      const slope = (high[k] - low[k]) / (2 * h);
      for (const a of [0, 3, 40]) expect(rowsOf(found)[a * K2 + k] - rowsOf(held)[a * K2 + k]).toBeCloseTo(slope * byAtom[a], 8);
    }
  });

  it("gives matched pairs the covariance of a sample of differences and levels", () => {
    const { panel, comparison } = randomWaves({ seed: 5, sets: [6], controls: 1, periods: T, gaps: 0, later: 0 });
    const sets = waveEffects(panel, comparison, { adjust: [] });
    const strata = waveEffects(panel, { ...comparison, independence: "unit" }, { adjust: [] });
    const levels = sets.withLevels();
    const K = sets.effects.terms.length;
    const k = levels.terms.findIndex((t) => t.time === 12 && t.outcome === "first");
    const y = panel.measures[0].values;
    const change = (u: number) => y[u * T + 12] - (y[u * T + 3] + y[u * T + 4] + y[u * T + 5] + y[u * T + 6]) / 4;
    const d = [0, 1, 2, 3, 4, 5].map((s) => change(2 * s) - change(2 * s + 1));
    const own = [0, 1, 2, 3, 4, 5].map((s) => y[2 * s * T + 12]);
    const cov = (a: number[], b: number[]) => {
      const mean = (v: number[]) => v.reduce((p, q) => p + q) / 6;
      return a.reduce((sum, v, i) => sum + (v - mean(a)) * (b[i] - mean(b)), 0) / 5 / 6;
    };
    expect(levels.covariance[k * 2 * K + K + k]).toBeCloseTo(cov(d, own), 12);
    expect(levels.covariance[(K + k) * 2 * K + K + k]).toBeCloseTo(cov(own, own), 12);
    expect(levels.df[K + k]).toBeCloseTo(5, 10);
    const other = strata.withLevels();
    other.covariance.forEach((v, at) => {
      expect(v).toBeCloseTo(levels.covariance[at], 10);
    });
  });
});
