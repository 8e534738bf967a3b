import { invertPositive } from "@kontrafakt/numerics";

/** A column is dropped when earlier ones leave at most this share of its squared norm; as far as cross-products can tell. */
const TOLERANCE = 1e-10;

/** Reflexive inverse of a positive semidefinite m (lower triangle), columns dropped in order, with a basis of its null space. */
export function generalInverse(m: Float64Array, norm: Float64Array, K: number) {
  const kept: number[] = [];
  const factor: Float64Array[] = [];
  const dropped: number[] = [];
  for (let j = 0; j < K; j++) {
    const row = new Float64Array(kept.length);
    let pivot = m[j * K + j];
    for (let a = 0; a < kept.length; a++) {
      let v = m[j * K + kept[a]];
      for (let c = 0; c < a; c++) v -= row[c] * factor[a][c];
      row[a] = v / factor[a][a];
      pivot -= row[a] * row[a];
    }
    if (!(pivot > TOLERANCE * norm[j])) {
      dropped.push(j);
      continue;
    }
    factor.push(Float64Array.of(...row, Math.sqrt(pivot)));
    kept.push(j);
  }
  const n = kept.length;
  const small = new Float64Array(n * n);
  for (let a = 0; a < n; a++) for (let c = 0; c <= a; c++) small[a * n + c] = m[kept[a] * K + kept[c]];
  const solved = invertPositive(small, n) ?? new Float64Array(n * n).fill(Number.NaN);
  const inverse = new Float64Array(K * K);
  for (let a = 0; a < n; a++) for (let c = 0; c < n; c++) inverse[kept[a] * K + kept[c]] = solved[a * n + c];
  const nullSpace = dropped.map((j) => {
    const v = new Float64Array(K);
    for (const a of kept) for (const c of kept) v[a] -= inverse[a * K + c] * (c < j ? m[j * K + c] : m[c * K + j]);
    v[j] = 1;
    // What rounding leaves where a null vector is 0, columns taken at their norm.
    const size = v.map((value, a) => Math.abs(value) * Math.sqrt(norm[a]));
    const most = size.reduce((a, c) => Math.max(a, c), 0);
    return v.map((value, a) => (size[a] < 1e-9 * most ? 0 : value));
  });
  return { inverse, dropped, nullSpace };
}
