export interface PivotedCholesky {
  /** n × rank, row-major, rows in the order of a: a = factor factor' up to the tolerance. */
  readonly factor: Float64Array;
  readonly rank: number;
  /** The coordinates chosen, largest remaining variance first; a tie goes to the lower index. */
  readonly pivots: Int32Array;
}

/**
 * Factor of a positive semidefinite matrix (n × n, row-major, lower triangle read), which may be singular.
 * Stops when the largest remaining variance is at most `tolerance` times the largest of a.
 * Source: Higham 2002, Accuracy and Stability of Numerical Algorithms, §10.3 (complete pivoting).
 */
export function pivotedCholesky(a: Float64Array, n: number, tolerance = 1e-12): PivotedCholesky {
  const rest = new Float64Array(n);
  for (let i = 0; i < n; i++) rest[i] = a[i * n + i];
  const limit = Math.max(0, ...rest) * tolerance;
  const columns: Float64Array[] = [];
  const pivots: number[] = [];
  const used = new Uint8Array(n);
  while (columns.length < n) {
    let pivot = -1;
    for (let i = 0; i < n; i++) if (!used[i] && rest[i] > limit && (pivot < 0 || rest[i] > rest[pivot])) pivot = i;
    if (pivot < 0) break;
    const root = Math.sqrt(rest[pivot]);
    const column = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      if (used[i]) continue;
      let value = i >= pivot ? a[i * n + pivot] : a[pivot * n + i];
      for (const earlier of columns) value -= earlier[i] * earlier[pivot];
      column[i] = value / root;
      rest[i] -= column[i] * column[i];
    }
    column[pivot] = root;
    used[pivot] = 1;
    columns.push(column);
    pivots.push(pivot);
  }
  const rank = columns.length;
  const factor = new Float64Array(n * rank);
  for (let r = 0; r < rank; r++) for (let i = 0; i < n; i++) factor[i * rank + r] = columns[r][i];
  return { factor, rank, pivots: Int32Array.from(pivots) };
}
