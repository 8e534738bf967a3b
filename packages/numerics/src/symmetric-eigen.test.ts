import fc from "fast-check";
import { expect, test } from "vitest";
import { stream } from "./stream.js";
import { symmetricEigen } from "./symmetric-eigen.js";

test("eigenvectors are orthonormal and give the matrix back, eigenvalues ascend; the upper triangle is not read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.nat(1e6), fc.boolean(), (n, seed, singular) => {
      const random = stream(seed, "test/symmetric-eigen", 0);
      const rank = singular ? Math.max(1, n - 2) : n;
      const x = Float64Array.from({ length: n * rank }, () => random.normal());
      const a = new Float64Array(n * n).fill(Number.NaN);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) {
          let v = 0;
          for (let l = 0; l < rank; l++) v += (l % 2 === 0 ? 1 : -1) * x[i * rank + l] * x[j * rank + l];
          a[i * n + j] = v;
        }
      }
      const { values, vectors } = symmetricEigen(a, n);
      for (let e = 1; e < n; e++) expect(values[e]).toBeGreaterThanOrEqual(values[e - 1]);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) {
          let back = 0;
          let inner = 0;
          for (let e = 0; e < n; e++) {
            back += values[e] * vectors[i * n + e] * vectors[j * n + e];
            inner += vectors[e * n + i] * vectors[e * n + j];
          }
          expect(back).toBeCloseTo(a[i * n + j], 10);
          expect(inner).toBeCloseTo(i === j ? 1 : 0, 12);
        }
      }
    }),
    { numRuns: 40 },
  );
});
