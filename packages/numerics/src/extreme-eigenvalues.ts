import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** Smallest and largest eigenvalue of a symmetric a (n × n, row-major, lower triangle read); n ≥ 1. Cost grows with n³. */
export function extremeEigenvalues(a: Float64Array, n: number): { readonly smallest: number; readonly largest: number } {
  const matrix = Matrix.zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      matrix.set(i, j, a[i * n + j]);
      matrix.set(j, i, a[i * n + j]);
    }
  }
  const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of realEigenvalues) {
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }
  return { smallest, largest };
}
