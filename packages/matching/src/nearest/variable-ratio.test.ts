import fc from "fast-check";
import { expect, it } from "vitest";
import { variableRatio } from "./variable-ratio.js";

it("gives more controls to those whom many resemble, in proportion to the odds against treatment", () => {
  const probability = Float64Array.of(0.5, 0.25, 0.2, 0.9);
  const treated = Uint8Array.of(1, 1, 1, 0);
  // odds 1, 3, 4: sum 8 = 3 · (8/3), so the factor is 1 at a mean of 8/3; at a mean of 3 it is 9/8: 1.125, 3.375, 4.5
  expect(Array.from(variableRatio({ probability, treated, ratio: 3, least: 1, most: 9 }))).toEqual([1, 4, 4, 0]);
  // none above 3, none below 2: 2 + 3 + 3 is too few for a mean of 3 but right for 8/3, not a whole number; 2, 2, 2 for 2
  expect(Array.from(variableRatio({ probability, treated, ratio: 2, least: 2, most: 3 }))).toEqual([2, 2, 2, 0]);
  expect(Array.from(variableRatio({ probability, treated, ratio: 3, least: 1, most: 3 }))).toEqual([3, 3, 3, 0]);
});

it("keeps the mean and the limits, and never gives a smaller score fewer by more than rounding", () => {
  const input = fc.record({
    probability: fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 60 }),
    least: fc.integer({ min: 1, max: 3 }),
    ratio: fc.integer({ min: 3, max: 5 }),
    most: fc.integer({ min: 5, max: 9 }),
  });
  fc.assert(
    fc.property(input, ({ probability, least, ratio, most }) => {
      const treated = new Uint8Array(probability.length).fill(1);
      const wanted = Array.from(variableRatio({ probability: Float64Array.from(probability), treated, ratio, least, most }));
      expect(wanted.reduce((a, b) => a + b, 0)).toBe(ratio * probability.length);
      expect(Math.min(...wanted)).toBeGreaterThanOrEqual(least);
      expect(Math.max(...wanted)).toBeLessThanOrEqual(most);
      const byScore = [...wanted.keys()].sort((a, b) => probability[b] - probability[a] || a - b).map((i) => wanted[i]);
      byScore.forEach((k, i) => {
        if (i > 0) expect(k).toBeGreaterThanOrEqual(byScore[i - 1] - 1);
      });
    }),
    { numRuns: 200, seed: 20261123 },
  );
});

it("says so where the mean cannot be had", () => {
  const treated = Uint8Array.of(1);
  expect(() => variableRatio({ probability: Float64Array.of(0.5), treated, ratio: 3, least: 1, most: 2 })).toThrow(
    /from 1 to 2.*ratio is 3/,
  );
});
