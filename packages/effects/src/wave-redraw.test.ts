import type { Comparison } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import type { Fit } from "./effects-value.js";
import { oneWithHistory } from "./one-with-history.fixture.js";
import type { EffectsOptionsInput } from "./options/effects-options.js";
import { type RandomWaves, randomWaves } from "./random-waves.fixture.js";
import { waveEffects } from "./wave-effects.js";

const cases: [string, RandomWaves, EffectsOptionsInput][] = [
  ["no slopes", { seed: 1, sets: [6, 5], periods: 14 }, { adjust: [] }],
  ["slopes, gaps, later starts", { seed: 2, sets: [14, 12, 11], gaps: 0.1, later: 0.3 }, {}],
  [
    "households, reuse",
    { seed: 3, sets: [12, 12], reuse: true },
    { cluster: "household", inference: { crossing: "components" } },
  ],
  ["clusters", { seed: 4, sets: [12, 12], reuse: true }, { cluster: "household", inference: { crossing: "clusters" } }],
  ["a wave of two sets", { seed: 5, sets: [20, 2] }, { adjust: ["score"] }],
];

/** Largest difference of `redraw` and `refit` over random draws, one of them of two atoms alone. */
function largest(fit: Fit, clusters: number, seed: number): number {
  const { terms } = fit.effects;
  const random = stream(seed, "test/redraw", 0);
  const c = Float64Array.from(terms, (_, k) => (k % 3 === 0 ? 0 : (k % 5) - 1.5));
  const redraw = fit.redraw!(c);
  let most = 0;
  for (let d = 0; d < 12; d++) {
    const weights = new Float64Array(clusters);
    for (let i = 0; i < (d === 0 ? 2 : clusters); i++) weights[random.integer(clusters)] += 1;
    const again = fit.refit(weights);
    const expected = c.reduce((sum, v, k) => sum + (v === 0 ? 0 : v * again[k]), 0);
    const found = redraw(weights);
    expect(Number.isNaN(found)).toBe(Number.isNaN(expected));
    if (!Number.isNaN(found)) most = Math.max(most, Math.abs(found - expected));
  }
  return most;
}

describe("a matched combination drawn again", () => {
  it.each(cases)("is that of fitting anew: %s", (_, spec, options) => {
    const { panel, comparison } = randomWaves(spec);
    const fit = waveEffects(panel, comparison, options, ["first", "__proto__"]);
    expect(largest(fit, fit.effects.clusters, spec.seed)).toBeLessThan(1e-9);
  });

  it("is that of fitting anew where people share the weight of their set", () => {
    const { panel, comparison } = randomWaves({ seed: 6, sets: [12, 9] });
    const strata: Comparison = { ...comparison, independence: "unit", set: comparison.set.map((s) => (s < 12 ? 0 : 1)) };
    const fit = waveEffects(panel, strata, {}, ["first"]);
    expect(largest(fit, fit.effects.clusters, 6)).toBeLessThan(1e-9);
  });

  it("is that of fitting anew where the only atom whose controls differ in a covariate is not drawn", () => {
    for (const seed of [4, 8]) {
      const { fit, control } = oneWithHistory(seed);
      const { atoms, unit } = fit.design;
      const weights = new Float64Array(atoms.count).fill(1);
      weights[atoms.ofRow[unit.indexOf(control)]] = 0;
      const again = fit.refit(weights).reduce((a, b) => a + b, 0);
      expect(fit.redraw!(new Float64Array(fit.effects.terms.length).fill(1))(weights)).toBeCloseTo(again, 9);
    }
  });
});
