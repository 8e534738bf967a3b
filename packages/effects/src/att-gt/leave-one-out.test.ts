import { NEVER } from "@kontrafakt/cohort";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fit } from "../effects-value.js";
import type { AttGtOptionsInput } from "../options/att-gt-options.js";
import { attGt } from "./att-gt.js";
import { type RandomPanel, randomPanel, sectionsOf } from "./random-panel.fixture.js";

/** Largest difference to fitting anew without each atom; where one has no value neither has the other. */
function differs(fit: Fit): { largest: number; missing: number } {
  const K = fit.effects.terms.length;
  const G = fit.effects.clusters;
  const left = fit.leaveOneOut!();
  expect(left.length).toBe(G * K);
  let largest = 0;
  let missing = 0;
  for (let a = 0; a < G; a++) {
    const weights = new Float64Array(G).fill(1);
    weights[a] = 0;
    const anew = fit.refit(weights);
    for (let k = 0; k < K; k++) {
      if (Number.isNaN(fit.effects.estimate[k])) continue;
      const v = left[a * K + k];
      expect(Number.isNaN(v), `${a}/${k}`).toBe(Number.isNaN(anew[k]));
      if (Number.isNaN(v)) missing++;
      else largest = Math.max(largest, Math.abs(v - anew[k]));
    }
  }
  return { largest, missing };
}

const cases: [string, RandomPanel, AttGtOptionsInput][] = [
  ["no covariates", { seed: 1, units: 32 }, {}],
  [
    "no covariates, towns, weights, not yet",
    { seed: 2, units: 40, weights: true },
    { cluster: "town", control: "notYet", base: "universal" },
  ],
  ["gaps, base window", { seed: 3, units: 32, gaps: 0.1 }, { incomplete: "pairwise", baseWindow: 2, base: "universal" }],
  ["regression", { seed: 4, units: 40, weights: true }, { covariates: ["z", "b"], method: "reg" }],
  [
    "regression, towns, gaps",
    { seed: 5, gaps: 0.1 },
    { covariates: ["z", "b"], method: "reg", cluster: "town", incomplete: "pairwise" },
  ],
  ["doubly robust, towns", { seed: 6 }, { covariates: ["z"], cluster: "town" }],
  ["weighting", { seed: 7, units: 40 }, { covariates: ["z"], method: "ipw", cluster: "town" }],
  [
    "few in a group",
    { seed: 8, units: 24, starts: [3, NEVER, NEVER, NEVER, NEVER, NEVER, 5, NEVER, NEVER, NEVER, NEVER, NEVER] },
    {},
  ],
];

describe("estimates with each cluster left out", () => {
  it.each(cases)("are those of fitting anew: %s", (name, spec, options) => {
    const { largest, missing } = differs(attGt(randomPanel(spec), { outcomes: ["y", "m"], ...options }));
    expect(largest).toBeLessThan(1e-10);
    if (name === "few in a group") expect(missing).toBeGreaterThan(0);
  });

  it.each([
    ["cross-sections", {}],
    ["cross-sections, base window", { baseWindow: 2, base: "universal" as const }],
    ["cross-sections, doubly robust", { covariates: ["z"] }],
  ])("are those of fitting anew: %s", (_, options) => {
    const sections = sectionsOf(randomPanel({ seed: 9, gaps: 0.1, units: 48 }));
    expect(differs(attGt(sections, { outcomes: ["y"], cluster: "town", ...options })).largest).toBeLessThan(1e-10);
  });

  it("are those of fitting anew for any panel and options", () => {
    const options = fc.record({
      control: fc.constantFrom("never" as const, "notYet" as const),
      base: fc.constantFrom("varying" as const, "universal" as const),
      cluster: fc.constantFrom("unit", "town"),
      method: fc.constantFrom("dr" as const, "reg" as const),
      covariates: fc.constantFrom<string[]>([], ["z"]),
      incomplete: fc.constantFrom("pairwise" as const, "crossSection" as const),
    });
    const spec = fc.record({ seed: fc.nat(1e6), gaps: fc.constantFrom(0, 0.1), weights: fc.boolean() });
    fc.assert(
      fc.property(spec, options, (panel, asked) => {
        const units = { units: 20, ordinals: [1, 2, 3], starts: [2, 3, NEVER, NEVER] };
        expect(differs(attGt(randomPanel({ ...panel, ...units }), { outcomes: ["y"], ...asked })).largest).toBeLessThan(1e-10);
      }),
      { numRuns: 15 },
    );
  });

  it("fits anew where a covariate is all in one cluster", () => {
    const panel = randomPanel({ seed: 10 });
    // Only town 3 has the trait, so that without it the trait follows from the constant.
    const trait = { name: "trait", values: Float64Array.from({ length: panel.units }, (_, i) => (i >> 2 === 3 ? 1 : 0)) };
    const fit = attGt(
      { ...panel, covariates: [...panel.covariates, trait] },
      { outcomes: ["y"], cluster: "town", covariates: ["z", "trait"], method: "reg" },
    );
    expect(differs(fit).largest).toBeLessThan(1e-10);
  });
});
