/**
 * Factor times standard normals, factor (rows × rank, row-major) and z (draws × rank): `out[row * count + d]` = Σ_r factor[row, r]·z[d, r], added up in
 * the order of r. Rows that end in zeros are taken together, so that a pivoted factor costs half; four rows and two draws at a time, whose
 * eight sums fit a processor's registers.
 *
 * @param count draws
 */
export function factorProduct(factor: Float64Array, rows: number, rank: number, z: Float64Array, count: number): Float64Array {
  const out = new Float64Array(rows * count);
  const reach = reaches(factor, rows, rank);
  const order = [...reach.keys()].sort((a, b) => reach[a] - reach[b] || a - b);
  for (let i = 0; i < rows; i += 4) {
    // The last row again where there are fewer than four.
    const [a, b, c, e] = [0, 1, 2, 3].map((j) => order[Math.min(i + j, rows - 1)]);
    addTile(factor, [a, b, c, e], rank, reach[e], z, count, out);
  }
  return out;
}

type Four = readonly [number, number, number, number];

function addTile(
  factor: Float64Array,
  [a, b, c, e]: Four,
  rank: number,
  reach: number,
  z: Float64Array,
  count: number,
  out: Float64Array,
): void {
  const [atA, atB, atC, atE] = [a * rank, b * rank, c * rank, e * rank];
  const [toA, toB, toC, toE] = [a * count, b * count, c * count, e * count];
  for (let d = 0; d < count; d += 2) {
    const next = d + 1 < count ? d + 1 : d;
    const at = d * rank;
    const atNext = next * rank;
    let a0 = 0;
    let a1 = 0;
    let b0 = 0;
    let b1 = 0;
    let c0 = 0;
    let c1 = 0;
    let e0 = 0;
    let e1 = 0;
    for (let r = 0; r < reach; r++) {
      const x = z[at + r];
      const y = z[atNext + r];
      const f = factor[atA + r];
      const g = factor[atB + r];
      const h = factor[atC + r];
      const k = factor[atE + r];
      a0 += f * x;
      a1 += f * y;
      b0 += g * x;
      b1 += g * y;
      c0 += h * x;
      c1 += h * y;
      e0 += k * x;
      e1 += k * y;
    }
    out[toA + d] = a0;
    out[toA + next] = a1;
    out[toB + d] = b0;
    out[toB + next] = b1;
    out[toC + d] = c0;
    out[toC + next] = c1;
    out[toE + d] = e0;
    out[toE + next] = e1;
  }
}

/** Columns of each row up to its last that is not zero. */
function reaches(factor: Float64Array, rows: number, rank: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, i) => {
    let reach = rank;
    while (reach > 0 && factor[i * rank + reach - 1] === 0) reach--;
    return reach;
  });
}
