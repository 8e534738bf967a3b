import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/**
 * Moore–Penrose inverse of a symmetric positive semidefinite a (n × n, row-major, lower triangle read), exactly symmetric: eigenvalues at
 * most `tolerance` times the largest count as 0.
 */
export function pseudoInverse(a: Float64Array, n: number, tolerance = 1e-9): Float64Array {
  const out = new Float64Array(n * n);
  if (n === 0) return out;
  const matrix = Matrix.zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      matrix.set(i, j, a[i * n + j]);
      matrix.set(j, i, a[i * n + j]);
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const limit = tolerance * Math.max(0, ...realEigenvalues);
  realEigenvalues.forEach((value, e) => {
    if (!(value > limit)) return;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        out[i * n + j] += (eigenvectorMatrix.get(i, e) / value) * eigenvectorMatrix.get(j, e);
      }
    }
  });
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) out[j * n + i] = out[i * n + j];
  return out;
}
