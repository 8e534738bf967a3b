/** The rows of a design at once in the cache. */
export const ROWS = 256;

/** Columns a block has room for: the spare ones stay 0, so that sums can be taken four columns at once. */
export function padded(columns: number): number {
  return Math.ceil(columns / 4) * 4;
}

/** Copies a stretch of a row-major design into a block: column-major, `ROWS` values a column. */
export function loadBlock(
  x: Float64Array,
  k: number,
  columns: readonly number[],
  start: number,
  rows: number,
  block: Float64Array,
): void {
  for (let a = 0; a < columns.length; a++) {
    for (let i = 0, from = start * k + columns[a], to = a * ROWS; i < rows; i++, from += k, to++) block[to] = x[from];
  }
}

/** Adds B'CB of a block of rows to `sum`, at least its lower triangle. The block and `sum` (m × m) have `m = padded(columns)` columns. */
export function addSquare(block: Float64Array, curvature: Float64Array, m: number, rows: number, sum: Float64Array): void {
  for (let a = 0; a < m; a += 2) for (let b = 0; b <= a + 1; b += 4) addTwoByFour(block, curvature, a, b, m, rows, sum);
}

/** Two columns by four in one go: eight sums that stay in registers. */
function addTwoByFour(
  block: Float64Array,
  curvature: Float64Array,
  a: number,
  b: number,
  m: number,
  rows: number,
  sum: Float64Array,
): void {
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
    const c = curvature[i];
    const p = c * block[left + i];
    const q = c * block[left + ROWS + i];
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

/** Adds B's of a block of rows to `sum`, m values. */
export function addProduct(block: Float64Array, slope: Float64Array, m: number, rows: number, sum: Float64Array): void {
  for (let a = 0; a < m; a += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let i = 0, at = a * ROWS; i < rows; i++, at++) {
      const s = slope[i];
      s0 += s * block[at];
      s1 += s * block[at + ROWS];
      s2 += s * block[at + 2 * ROWS];
      s3 += s * block[at + 3 * ROWS];
    }
    sum[a] += s0;
    sum[a + 1] += s1;
    sum[a + 2] += s2;
    sum[a + 3] += s3;
  }
}

/** Lower triangle of X'WX over some columns, m × m with m = `columns.length`, without a copy of the design. */
export function gram(
  x: Float64Array,
  weights: Float64Array | undefined,
  n: number,
  k: number,
  columns: readonly number[],
): Float64Array {
  const m = padded(columns.length);
  const block = new Float64Array(m * ROWS);
  const sum = new Float64Array(m * m);
  const ones = new Float64Array(ROWS).fill(1);
  for (let start = 0; start < n; start += ROWS) {
    const rows = Math.min(ROWS, n - start);
    loadBlock(x, k, columns, start, rows, block);
    addSquare(block, weights ? weights.subarray(start, start + rows) : ones, m, rows, sum);
  }
  return unpadded(sum, columns.length);
}

/** The lower triangle of the first `columns` rows and columns of a padded square; 0 above the diagonal. */
export function unpadded(sum: Float64Array, columns: number): Float64Array {
  const m = padded(columns);
  return Float64Array.from({ length: columns * columns }, (_, c) => {
    const a = Math.floor(c / columns);
    const b = c % columns;
    return b <= a ? sum[a * m + b] : 0;
  });
}
