import { symmetricEigen } from "./symmetric-eigen.js";

/**
 * Moore–Penrose inverse of a symmetric positive semidefinite a (n × n, row-major, lower triangle read), exactly symmetric: eigenvalues at
 * most `tolerance` times the largest count as 0.
 */
export function pseudoInverse(a: Float64Array, n: number, tolerance = 1e-9): Float64Array {
  const out = new Float64Array(n * n);
  if (n === 0) return out;
  const { values, vectors } = symmetricEigen(a, n);
  const limit = tolerance * Math.max(0, ...values);
  values.forEach((value, e) => {
    if (!(value > limit)) return;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        out[i * n + j] += (vectors[i * n + e] / value) * vectors[j * n + e];
      }
    }
  });
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) out[j * n + i] = out[i * n + j];
  return out;
}
