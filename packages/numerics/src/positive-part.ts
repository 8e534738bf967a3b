import { symmetricEigen } from "./symmetric-eigen.js";

/**
 * A symmetric matrix (n × n, row-major, lower triangle read) with its negative eigenvalues set to 0: the nearest positive semi-definite one.
 * Null where it has none below −`tolerance` times its largest in absolute value.
 */
export function positivePart(a: Float64Array, n: number, tolerance = 1e-12): Float64Array | null {
  if (n === 0) return null;
  const { values, vectors } = symmetricEigen(a, n);
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  const negative = Array.from(values.keys()).filter((e) => values[e] < -tolerance * largest);
  if (negative.length === 0) return null;
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let v = a[i * n + j];
      for (const e of negative) v -= values[e] * vectors[i * n + e] * vectors[j * n + e];
      out[i * n + j] = v;
      out[j * n + i] = v;
    }
  }
  return out;
}
