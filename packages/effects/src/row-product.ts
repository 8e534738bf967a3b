import { addProducts, ROWS, room } from "./moments/packed-products.js";

/** Rows between which the columns that are not zero stay the same. */
const PART = 4 * ROWS;

/**
 * rows' rows, columns × columns, row-major: `crossProduct` for many columns. Sums run over blocks of rows, so that they stay in registers,
 * and skip columns that are zero in all of 256 rows; their order depends on nothing else.
 * @param rows count × columns
 */
export function rowProduct(rows: Float64Array, count: number, columns: number): Float64Array {
  const out = new Float64Array(columns * columns);
  const most = room(columns);
  const block = new Float64Array(most * ROWS);
  const sum = new Float64Array(most * most);
  const some = new Int32Array(columns);
  for (let from = 0; from < count; from += PART) {
    const to = Math.min(from + PART, count);
    let K = 0;
    for (let k = 0; k < columns; k++) if (anything(rows, columns, k, from, to)) some[K++] = k;
    const m = room(K);
    sum.fill(0, 0, m * m);
    block.fill(0, K * ROWS, m * ROWS);
    for (let first = from; first < to; first += ROWS) {
      const n = Math.min(ROWS, to - first);
      for (let i = 0; i < n; i++)
        for (let k = 0, at = (first + i) * columns; k < K; k++) block[k * ROWS + i] = rows[at + some[k]];
      addProducts(block, m, n, sum);
    }
    for (let a = 0; a < K; a++) {
      const at = some[a] * columns;
      for (let b = 0; b <= a; b++) out[at + some[b]] += sum[a * m + b];
    }
  }
  for (let j = 0; j < columns; j++) for (let k = 0; k < j; k++) out[k * columns + j] = out[j * columns + k];
  return out;
}

function anything(rows: Float64Array, columns: number, k: number, from: number, to: number): boolean {
  for (let c = from * columns + k; c < to * columns; c += columns) if (rows[c] !== 0) return true;
  return false;
}
