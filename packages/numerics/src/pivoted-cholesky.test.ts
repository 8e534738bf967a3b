import fc from "fast-check";
import { expect, test } from "vitest";
import { pivotedCholesky } from "./pivoted-cholesky.js";

/** B B' of rank at most r for whole-number B. */
const semidefinite = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 4 })).chain(([n, r]) =>
  fc.array(fc.integer({ min: -4, max: 4 }), { minLength: n * r, maxLength: n * r }).map((b) => {
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) for (let c = 0; c < r; c++) a[i * n + j] += b[i * r + c] * b[j * r + c];
    return { n, r, a };
  }),
);

test("the factor multiplies back, with the rank of the matrix", () => {
  fc.assert(
    fc.property(semidefinite, ({ n, r, a }) => {
      const { factor, rank, pivots } = pivotedCholesky(a, n);
      expect(rank).toBeLessThanOrEqual(Math.min(n, r));
      expect(new Set(pivots).size).toBe(rank);
      const off = a.map((value, c) => {
        let product = 0;
        for (let r = 0; r < rank; r++) product += factor[Math.floor(c / n) * rank + r] * factor[(c % n) * rank + r];
        return Math.abs(product - value);
      });
      expect(Math.max(...off)).toBeLessThan(1e-9);
    }),
  );
});

test("takes the largest variance first, the lower index on a tie", () => {
  const found = pivotedCholesky(Float64Array.of(1, 0, 0, 0, 4, 0, 0, 0, 1), 3);
  expect([...found.pivots]).toEqual([1, 0, 2]);
});

test("nothing to factor", () => {
  expect(pivotedCholesky(new Float64Array(4), 2).rank).toBe(0);
  expect(pivotedCholesky(new Float64Array(0), 0).rank).toBe(0);
});
