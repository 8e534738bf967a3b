import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { exp, stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import type { Effects } from "./effects-value.js";
import type { EffectsOptionsInput } from "./options/effects-options.js";
import { randomWaves } from "./random-waves.fixture.js";
import { type Regroup, regroup } from "./regroup.fixture.js";
import { total } from "./total.js";
import { waveEffects } from "./wave-effects.js";

const T = 14;

function setup(seed: number, spec: Regroup, sets = [18, 20], reuse = false) {
  const { panel, comparison } = randomWaves({ seed, sets, controls: 3, periods: T, gaps: 0.1, later: 0.3, reuse });
  return { panel, comparison: regroup(comparison, { ...spec, seed }) };
}

function influenceOf(effects: Effects): Float64Array {
  if (effects.basis.kind !== "influence") throw new Error("no influence");
  return effects.basis.rows;
}

/** Unadjusted ATT(g, t) written out from its definition. */
function byDefinition(panel: Panel, c: Comparison, outcome: number, g: number, t: number) {
  const y = (unit: number, at: number) =>
    panel.observed[unit * T + at] ? panel.measures[outcome].values[unit * T + at] : Number.NaN;
  const zero = g - c.anticipation - c.gap;
  const change = (unit: number) => {
    const base = [1, 2, 3, 4].map((back) => y(unit, zero - back)).filter((v) => !Number.isNaN(v));
    return y(unit, t) - base.reduce((a, b) => a + b, 0) / base.length;
  };
  const rows = Array.from(c.unit, (unit, r) => ({
    r,
    set: c.set[r],
    treated: c.role[r] === 1,
    w: c.weight[r],
    d: change(unit),
  })).filter(({ r, w, d }) => c.wave[r] === g && w > 0 && !Number.isNaN(d));
  const sums = [0, 0];
  const weighted = [0, 0];
  let n = 0;
  for (const s of new Set(rows.map((row) => row.set))) {
    const arms = [0, 1].map((role) => rows.filter((row) => row.set === s && row.treated === (role === 1)));
    const [controls, treated] = arms.map((arm) => arm.reduce((a, row) => a + row.w, 0));
    if (arms[0].length === 0 || arms[1].length === 0) continue;
    for (const { w, d } of arms[1]) {
      sums[1] += w;
      weighted[1] += w * d;
      n++;
    }
    for (const { r, w, d } of arms[0]) {
      if (t >= c.until[r]) continue;
      let p = 1;
      c.waves.forEach((k, i) => {
        if (k - c.anticipation <= t) p = c.uncensored[r * c.waves.length + i];
      });
      sums[0] += (w / controls) * (treated / p);
      weighted[0] += (w / controls) * (treated / p) * d;
    }
  }
  return { att: weighted[1] / sums[1] - weighted[0] / sums[0], n };
}

const kinds: [string, Regroup][] = [
  ["sets of several treated", { merge: 3, independence: "set" }],
  ["strata", { merge: 4, independence: "unit" }],
  ["weights", { merge: Number.POSITIVE_INFINITY, independence: "unit", spread: 0.8 }],
  [
    "weights of both arms, some trimmed",
    { merge: Number.POSITIVE_INFINITY, independence: "unit", spread: 0.6, both: true, trim: 9 },
  ],
];

describe("waveEffects of sets with several treated, strata and weights", () => {
  it.each(kinds)("%s: is what the definition says", (_, spec) => {
    for (const seed of [1, 2]) {
      const { panel, comparison } = setup(seed, spec);
      const gap = { ...comparison, gap: 1 };
      for (const given of [comparison, gap]) {
        const { effects } = waveEffects(panel, given, { adjust: [] });
        expect(effects.terms.length).toBeGreaterThan(30);
        effects.terms.forEach((t, k) => {
          const o = t.outcome === "first" ? 0 : 1;
          const { att, n } = byDefinition(panel, given, o, t.group!, t.time!);
          expect(effects.estimate[k]).toBeCloseTo(att, 10);
          expect(t.n).toBe(n);
        });
      }
    }
  });

  it.each(kinds)("%s: has an influence that is the derivative by atom weight", (_, spec) => {
    const { panel, comparison } = setup(3, spec, [40, 44], true);
    const fit = waveEffects(panel, comparison, { compat: "did" }, ["first"]);
    const rows = influenceOf(fit.effects);
    const K = fit.effects.terms.length;
    const atoms = fit.effects.clusters;
    if (spec.independence === "unit") expect(atoms).toBe(new Set(comparison.unit).size);
    const h = 1e-5;
    for (const a of [0, 1, 5, atoms >> 1, atoms - 2]) {
      const at = (v: number) => fit.refit(Float64Array.from({ length: atoms }, (_, i) => (i === a ? v : 1)));
      const high = at(1 + h);
      const low = at(1 - h);
      for (let k = 0; k < K; k++) expect((high[k] - low[k]) / (2 * h)).toBeCloseTo(rows[a * K + k], 7);
    }
  });

  it("carries the estimation of the weights: the derivative of each cell by the parameter, slopes included", () => {
    const { panel, comparison } = setup(4, kinds[3][1], [30, 34]);
    const random = stream(7, "test/estimation", 0);
    const z = Float64Array.from(comparison.unit, () => random.normal());
    const influence = Float64Array.from(comparison.unit, () => random.normal() / 50);
    const weightAt = (theta: number) => comparison.weight.map((w, r) => w * exp(theta * z[r]));
    const options: EffectsOptionsInput = { compat: "did", adjust: ["score"] };
    const held = influenceOf(waveEffects(panel, comparison, options).effects);
    const gradient = comparison.weight.map((w, r) => w * z[r]);
    const found = waveEffects(panel, { ...comparison, estimation: { parameters: 1, influence, gradient } }, options);
    const rows = influenceOf(found.effects);
    const h = 1e-5;
    const [high, low] = [h, -h].map(
      (theta) => waveEffects(panel, { ...comparison, weight: weightAt(theta) }, options).effects.estimate,
    );
    const K = high.length;
    const { atoms } = found.design;
    const byAtom = new Float64Array(atoms.count);
    influence.forEach((v, r) => {
      byAtom[atoms.ofRow[r]] += v;
    });
    for (let k = 0; k < K; k++) {
      const slope = (high[k] - low[k]) / (2 * h);
      for (const a of [0, 3, 40]) expect(rows[a * K + k] - held[a * K + k]).toBeCloseTo(slope * byAtom[a], 8);
    }
  });

  it("gives strata with one treated each what matched sets get", () => {
    const { panel, comparison } = randomWaves({ seed: 6, sets: [23, 24], controls: 3, periods: T, gaps: 0.1, later: 0.3 });
    const sets = waveEffects(panel, comparison, {}).effects;
    const strata = waveEffects(panel, { ...comparison, independence: "unit" }, {}).effects;
    expect(strata.clusters).toBe(sets.clusters);
    const K = sets.terms.length;
    const unadjusted = {
      sets: waveEffects(panel, comparison, { adjust: [] }).effects,
      strata: waveEffects(panel, { ...comparison, independence: "unit" }, { adjust: [] }).effects,
    };
    expect(strata.terms).toEqual(sets.terms);
    for (let k = 0; k < K; k++) {
      expect(strata.estimate[k]).toBe(sets.estimate[k]);
      expect(unadjusted.strata.df[k]).toBeCloseTo(unadjusted.sets.df[k], 8);
      for (let j = 0; j <= k; j++)
        expect(unadjusted.strata.covariance[k * K + j]).toBeCloseTo(unadjusted.sets.covariance[k * K + j], 10);
    }
  });

  it("has the variance of two samples of unequal size: Welch's", () => {
    const { panel, comparison } = randomWaves({ seed: 8, sets: [12], controls: 3, periods: T, gaps: 0, later: 0 });
    const one = regroup(comparison, { merge: Number.POSITIVE_INFINITY, independence: "unit" });
    const { effects } = waveEffects(panel, one, { adjust: [] });
    const k = effects.terms.findIndex((t) => t.time === 10 && t.outcome === "first");
    const y = panel.measures[0].values;
    const arm = (role: number) => {
      const d = Array.from(one.unit, (u, r) => ({
        r,
        v: y[u * T + 10] - (y[u * T + 3] + y[u * T + 4] + y[u * T + 5] + y[u * T + 6]) / 4,
      }))
        .filter(({ r }) => one.role[r] === role)
        .map(({ v }) => v);
      const mean = d.reduce((a, b) => a + b) / d.length;
      return { n: d.length, v: d.reduce((a, b) => a + (b - mean) * (b - mean), 0) / (d.length - 1) / d.length };
    };
    const [control, treated] = [arm(0), arm(1)];
    const variance = control.v + treated.v;
    expect(effects.covariance[k * effects.terms.length + k]).toBeCloseTo(variance, 12);
    const welch = variance ** 2 / (treated.v ** 2 / (treated.n - 1) + control.v ** 2 / (control.n - 1));
    expect(effects.df[k]).toBeCloseTo(welch, 8);
    expect(total(effects, "first").df[0]).toBeLessThanOrEqual(46 + 1e-9);
  });

  it("joins the people of a household across arms and sets", () => {
    const { panel, comparison } = setup(9, kinds[2][1]);
    const { effects, design } = waveEffects(panel, comparison, { adjust: [], cluster: "household" });
    expect(effects.clusters).toBe(new Set(Array.from(comparison.unit, (u) => u >> 1)).size);
    comparison.unit.forEach((u, r) => {
      comparison.unit.forEach((v, q) => {
        if (u >> 1 === v >> 1) expect(design.atoms.ofRow[r]).toBe(design.atoms.ofRow[q]);
      });
    });
  });

  it("says so where too few people are left on a side", () => {
    const { panel, comparison } = setup(10, kinds[2][1], [1, 20]);
    const { effects } = waveEffects(panel, comparison, { adjust: [] });
    expect(effects.terms.every((t) => t.group === comparison.waves[1])).toBe(true);
    expect(effects.problems.map((p) => p.code)).toContain("effects/cell-too-few");
    const alone = setup(10, kinds[2][1], [1]);
    expect(() => waveEffects(alone.panel, alone.comparison, { adjust: [] })).toThrow("two independent starters");
    expect(() =>
      waveEffects(panel, {
        ...comparison,
        estimation: { parameters: 2, influence: new Float64Array(3), gradient: new Float64Array(0) },
      }),
    ).toThrow("the influence of the weights has 3 values");
  });
});
