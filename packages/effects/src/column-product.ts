const ATOMS = 256;
const TILE = 32;

/**
 * columns' columns, K × K, row-major: the same as `crossProduct` of the transpose, for many long columns. Sums run over blocks of 256
 * atoms, so that they stay in cache, and skip blocks in which a column is zero; their order depends on nothing else.
 */
export function columnProduct(columns: readonly Float64Array[], length: number): Float64Array {
  const K = columns.length;
  const out = new Float64Array(K * K);
  const block = new Float64Array(K * ATOMS);
  const some: number[] = [];
  for (let from = 0; from < length; from += ATOMS) {
    const n = Math.min(ATOMS, length - from);
    some.length = 0;
    for (let k = 0; k < K; k++) {
      const part = columns[k].subarray(from, from + n);
      if (part.every((v) => v === 0)) continue;
      block.set(part, some.length * ATOMS);
      some.push(k);
    }
    for (let j0 = 0; j0 < some.length; j0 += TILE) {
      const j1 = Math.min(j0 + TILE, some.length);
      for (let k0 = 0; k0 <= j0; k0 += TILE) addTile(out, K, block, some, n, j0, j1, k0, Math.min(k0 + TILE, some.length));
    }
  }
  for (let j = 0; j < K; j++) for (let k = 0; k < j; k++) out[k * K + j] = out[j * K + k];
  return out;
}

/** Products of columns j0..j1 with k0..k1, two by two. */
function addTile(
  out: Float64Array,
  K: number,
  block: Float64Array,
  some: readonly number[],
  n: number,
  j0: number,
  j1: number,
  k0: number,
  k1: number,
): void {
  for (let j = j0; j < j1; j += 2) {
    const a = j * ATOMS;
    const b = j + 1 < j1 ? a + ATOMS : a;
    for (let k = k0; k < k1 && k <= j + 1; k += 2) {
      const c = k * ATOMS;
      const d = k + 1 < k1 ? c + ATOMS : c;
      let ac = 0;
      let ad = 0;
      let bc = 0;
      let bd = 0;
      for (let i = 0; i < n; i++) {
        const u = block[a + i];
        const v = block[b + i];
        const x = block[c + i];
        const y = block[d + i];
        ac += u * x;
        ad += u * y;
        bc += v * x;
        bd += v * y;
      }
      const first = some[j] * K;
      out[first + some[k]] += ac;
      if (d !== c) out[first + some[k + 1]] += ad;
      if (b === a) continue;
      const second = some[j + 1] * K;
      out[second + some[k]] += bc;
      if (d !== c) out[second + some[k + 1]] += bd;
    }
  }
}
