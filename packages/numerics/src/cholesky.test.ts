import fc from "fast-check";
import { expect, test } from "vitest";
import { cholesky, invertPositive, solvePositive } from "./cholesky.js";

/** B B' + I for a random n × n matrix B, row-major. */
const positive = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n }).map((b) => {
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        for (let c = 0; c < n; c++) a[i * n + j] += b[i * n + c] * b[j * n + c];
        if (i === j) a[i * n + j] += 1;
      }
    }
    return { n, a };
  }),
);

function times(a: Float64Array, b: Float64Array, n: number, m: number): number[] {
  return Array.from({ length: n * m }, (_, c) => {
    let total = 0;
    for (let k = 0; k < n; k++) total += a[Math.floor(c / m) * n + k] * b[k * m + (c % m)];
    return total;
  });
}

function largest(found: ArrayLike<number>, expected: Float64Array): number {
  return expected.reduce((most, value, i) => Math.max(most, Math.abs(found[i] - value)), 0);
}

test("the factor multiplies back, and the inverse to the identity", () => {
  fc.assert(
    fc.property(positive, ({ n, a }) => {
      const factor = cholesky(a, n)!;
      const transposed = factor.map((_, c) => factor[(c % n) * n + Math.floor(c / n)]);
      expect(largest(times(factor, transposed, n, n), a)).toBeLessThan(1e-10);
      expect(factor.every((value, c) => c % n <= Math.floor(c / n) || value === 0)).toBe(true);
      const inverse = invertPositive(a, n)!;
      const identity = a.map((_, c) => (c % (n + 1) === 0 ? 1 : 0));
      expect(largest(times(a, inverse, n, n), identity)).toBeLessThan(1e-10);
      expect(inverse.every((value, c) => value === inverse[(c % n) * n + Math.floor(c / n)])).toBe(true);
    }),
  );
});

test("solves for several right sides at once", () => {
  fc.assert(
    fc.property(positive, ({ n, a }) => {
      const x = Float64Array.from({ length: 2 * n }, (_, i) => i - 1.5);
      const b = Float64Array.from(times(a, x, n, 2));
      expect(largest(solvePositive(a, b, n)!, x)).toBeLessThan(1e-9);
    }),
  );
});

test("null without a positive definite matrix", () => {
  expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
  expect(cholesky(Float64Array.of(0), 1)).toBeNull();
  expect(solvePositive(Float64Array.of(NaN), Float64Array.of(1), 1)).toBeNull();
  expect(invertPositive(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
});
