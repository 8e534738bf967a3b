/** rows' rows, columns × columns, row-major. Rows are added in order, so that the sum never depends on anything else. */
export function crossProduct(rows: Float64Array, count: number, columns: number): Float64Array {
  const out = new Float64Array(columns * columns);
  for (let a = 0; a < count; a++) {
    const at = a * columns;
    for (let j = 0; j < columns; j++) {
      const v = rows[at + j];
      if (v === 0) continue;
      for (let k = 0; k <= j; k++) out[j * columns + k] += v * rows[at + k];
    }
  }
  for (let j = 0; j < columns; j++) for (let k = 0; k < j; k++) out[k * columns + j] = out[j * columns + k];
  return out;
}
