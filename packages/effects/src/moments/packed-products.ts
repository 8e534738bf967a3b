/** Units at once in the cache. */
export const ROWS = 64;

/** Room for so many columns: the spare ones stay 0, so that four are taken at once. */
export function room(columns: number): number {
  return Math.ceil(columns / 4) * 4;
}

/**
 * Adds B'B of a block of units to `sum`, at least its lower triangle.
 * @param block column-major, `ROWS` values a column, `m = room(columns)` columns
 * @param sum m × m
 */
export function addProducts(block: Float64Array, m: number, rows: number, sum: Float64Array): void {
  for (let a = 0; a < m; a += 2) for (let b = 0; b <= a + 1; b += 4) addTile(block, a, b, m, rows, sum);
}

/** Two columns by four: eight sums that stay in registers. */
function addTile(block: Float64Array, a: number, b: number, m: number, rows: number, sum: Float64Array): void {
  const left = a * ROWS;
  const right = b * ROWS;
  let p0 = 0;
  let p1 = 0;
  let p2 = 0;
  let p3 = 0;
  let q0 = 0;
  let q1 = 0;
  let q2 = 0;
  let q3 = 0;
  for (let i = 0; i < rows; i++) {
    const p = block[left + i];
    const q = block[left + ROWS + i];
    const v0 = block[right + i];
    const v1 = block[right + ROWS + i];
    const v2 = block[right + 2 * ROWS + i];
    const v3 = block[right + 3 * ROWS + i];
    p0 += p * v0;
    p1 += p * v1;
    p2 += p * v2;
    p3 += p * v3;
    q0 += q * v0;
    q1 += q * v1;
    q2 += q * v2;
    q3 += q * v3;
  }
  const at = a * m + b;
  sum[at] += p0;
  sum[at + 1] += p1;
  sum[at + 2] += p2;
  sum[at + 3] += p3;
  sum[at + m] += q0;
  sum[at + m + 1] += q1;
  sum[at + m + 2] += q2;
  sum[at + m + 3] += q3;
}
