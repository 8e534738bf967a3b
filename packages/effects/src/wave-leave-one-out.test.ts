import type { Comparison } from "@kontrafakt/matching";
import { describe, expect, it } from "vitest";
import { oneWithHistory } from "./one-with-history.fixture.js";
import type { EffectsOptionsInput } from "./options/effects-options.js";
import { type RandomWaves, randomWaves } from "./random-waves.fixture.js";
import { waveEffects } from "./wave-effects.js";

const cases: [string, RandomWaves, EffectsOptionsInput][] = [
  ["no slopes", { seed: 1, sets: [6, 5], periods: 14 }, { adjust: [] }],
  [
    "two slopes, gaps, later starts",
    { seed: 2, sets: [12, 10], periods: 14, gaps: 0.1, later: 0.3 },
    { adjust: ["score", "ownHistory"] },
  ],
  [
    "households, reuse",
    { seed: 3, sets: [11, 11], periods: 14, reuse: true },
    { cluster: "household", inference: { crossing: "components" } },
  ],
  [
    "crossed",
    { seed: 4, sets: [11, 11], periods: 14, reuse: true },
    { cluster: "household", inference: { crossing: "clusters" } },
  ],
  ["a wave of two sets", { seed: 5, sets: [20, 2], periods: 14 }, { adjust: ["score"] }],
];

describe("matched effects with each atom left out", () => {
  it.each(cases)("are those of fitting anew: %s", (_, spec, options) => {
    const { panel, comparison } = randomWaves(spec);
    const fit = waveEffects(panel, comparison, options, ["first", "__proto__"]);
    const K = fit.effects.terms.length;
    const G = fit.effects.clusters;
    const left = fit.leaveOneOut!();
    let largest = 0;
    for (let a = 0; a < G; a++) {
      const weights = new Float64Array(G).fill(1);
      weights[a] = 0;
      fit.refit(weights).forEach((v, k) => {
        expect(Number.isNaN(left[a * K + k])).toBe(Number.isNaN(v));
        if (!Number.isNaN(v)) largest = Math.max(largest, Math.abs(v - left[a * K + k]));
      });
    }
    expect(largest).toBeLessThan(1e-10);
  });

  it("are those of fitting anew where a covariate varies among one atom's controls alone", () => {
    for (const seed of [4, 8]) {
      const { fit } = oneWithHistory(seed);
      const K = fit.effects.terms.length;
      const left = fit.leaveOneOut!();
      for (let a = 0; a < fit.effects.clusters; a++) {
        const weights = new Float64Array(fit.effects.clusters).fill(1);
        weights[a] = 0;
        fit.refit(weights).forEach((v, k) => {
          expect(Math.abs(v - left[a * K + k])).toBeLessThan(1e-9);
        });
      }
    }
  });

  it("is not offered where people share the weight of their set", () => {
    const { panel, comparison } = randomWaves({ seed: 6, sets: [8] });
    const strata: Comparison = { ...comparison, independence: "unit", set: comparison.set.map(() => 0) };
    expect(waveEffects(panel, strata, { adjust: [] }, ["first"]).leaveOneOut).toBeUndefined();
  });
});
