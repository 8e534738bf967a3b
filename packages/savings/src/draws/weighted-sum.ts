/** Σ weights[i]·columns[i], added up in order, written to `out`: four columns at a time, since most of the time is reading and writing. */
export function weightedSum(columns: readonly Float64Array[], weights: readonly number[], out: Float64Array): Float64Array {
  out.fill(0);
  let i = 0;
  for (; i + 4 <= columns.length; i += 4) {
    const [a, b, c, e] = [columns[i], columns[i + 1], columns[i + 2], columns[i + 3]];
    const [f, g, h, k] = [weights[i], weights[i + 1], weights[i + 2], weights[i + 3]];
    for (let d = 0; d < out.length; d++) out[d] = out[d] + a[d] * f + b[d] * g + c[d] * h + e[d] * k;
  }
  for (; i < columns.length; i++) {
    const column = columns[i];
    const weight = weights[i];
    for (let d = 0; d < out.length; d++) out[d] += column[d] * weight;
  }
  return out;
}
