import fc from "fast-check";
import { expect, test } from "vitest";
import { quantile } from "./quantile.js";

test("interpolates as type 7", () => {
  // R: quantile(c(1, 3, 4, 10), c(0, .1, .5, .75, 1))
  expect([0, 0.1, 0.5, 0.75, 1].map((p) => quantile([1, 3, 4, 10], p))).toEqual([1, 1.6, 3.5, 5.5, 10]);
  expect(quantile([7], 0.3)).toBe(7);
});

test("without values or a share in [0, 1] there is none", () => {
  expect([quantile([], 0.5), quantile([1, 2], 1.01), quantile([1, 2], NaN)]).toEqual([NaN, NaN, NaN]);
});

test("rises with p and stays within the values", () => {
  const values = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(values, share, share, (drawn, p, q) => {
      const sorted = Float64Array.from(drawn).sort();
      const low = quantile(sorted, Math.min(p, q));
      const high = quantile(sorted, Math.max(p, q));
      expect(low).toBeLessThanOrEqual(high + 1e-6);
      expect(low).toBeGreaterThanOrEqual(sorted[0]);
      expect(high).toBeLessThanOrEqual(sorted[sorted.length - 1]);
    }),
  );
});
