import { CholeskyDecomposition, Matrix } from "ml-matrix";

/** Lower triangular L (n × n, row-major) with L L' = a; null unless a is positive definite. Reads the lower triangle of a only. */
export function cholesky(a: Float64Array, n: number): Float64Array | null {
  const decomposition = decompose(a, n);
  return decomposition && Float64Array.from(decomposition.lowerTriangularMatrix.to1DArray());
}

/** x with a x = b for a positive definite a (n × n, row-major) and b of n × m, row-major; null unless a is positive definite. */
export function solvePositive(a: Float64Array, b: Float64Array, n: number): Float64Array | null {
  const decomposition = decompose(a, n);
  if (!decomposition) return null;
  if (n === 0) return new Float64Array(0);
  return Float64Array.from(decomposition.solve(Matrix.from1DArray(n, b.length / n, b)).to1DArray());
}

/** Inverse of a positive definite a (n × n, row-major), exactly symmetric; null unless a is positive definite. */
export function invertPositive(a: Float64Array, n: number): Float64Array | null {
  const identity = new Float64Array(n * n);
  for (let i = 0; i < n; i++) identity[i * n + i] = 1;
  const inverse = solvePositive(a, identity, n);
  if (inverse) {
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) inverse[j * n + i] = inverse[i * n + j];
  }
  return inverse;
}

function decompose(a: Float64Array, n: number): CholeskyDecomposition | null {
  const matrix = Matrix.zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      if (!Number.isFinite(a[i * n + j])) return null;
      matrix.set(i, j, a[i * n + j]);
      matrix.set(j, i, a[i * n + j]);
    }
  }
  const decomposition = new CholeskyDecomposition(matrix);
  return decomposition.isPositiveDefinite() ? decomposition : null;
}
