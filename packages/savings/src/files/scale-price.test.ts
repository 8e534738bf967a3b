import fc from "fast-check";
import { expect, test } from "vitest";
import type { Distribution } from "../savings-value.js";
import { scaledDistribution, scaledPrice } from "./scale-price.js";

const distributions: readonly Distribution[] = [
  { kind: "fixed", value: 2 },
  { kind: "uniform", low: 1, high: 3 },
  { kind: "triangular", low: 1, mode: 2, high: 4 },
  { kind: "pert", low: 1, mode: 2, high: 4 },
  { kind: "normal", mean: 2, sd: 0.5 },
  { kind: "lognormal", mean: 2, sd: 0.5 },
  { kind: "gamma", mean: 2, sd: 0.5 },
  { kind: "beta", low: 1, high: 3, mean: 2, sd: 0.5 },
  { kind: "empirical", values: [1, 2, 4] },
];

test("every number of a distribution is multiplied, whatever it is called; 0 leaves nothing to vary", () => {
  fc.assert(
    fc.property(fc.constantFrom(...distributions), fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (d, factor) => {
      const scaled = scaledDistribution(d, factor) as unknown as Record<string, unknown>;
      for (const [key, value] of Object.entries(d)) {
        if (key === "kind") expect(scaled[key]).toBe(value);
        else expect(scaled[key]).toEqual(Array.isArray(value) ? value.map((x) => x * factor) : (value as number) * factor);
      }
      expect(Object.keys(scaled).sort()).toEqual(Object.keys(d).sort());
    }),
    { numRuns: 40 },
  );
  for (const d of distributions) {
    expect(scaledDistribution(d, 0)).toEqual({ kind: "fixed", value: 0 });
    expect(scaledDistribution(d, 1)).toBe(d);
  }
});

test("a price keeps its other properties, and unknown stays unknown", () => {
  expect(scaledPrice({ amount: 2, low: 1, high: 4, distribution: distributions[4], payer: "Family" }, 0.5)).toEqual({
    ...{ amount: 1, low: 0.5, high: 2, payer: "Family" },
    distribution: { kind: "normal", mean: 1, sd: 0.25 },
  });
  expect(scaledPrice({ amount: Number.NaN }, 0.5)).toEqual({ amount: Number.NaN });
});
