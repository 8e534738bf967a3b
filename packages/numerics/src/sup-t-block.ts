import { stream } from "./stream.js";

export interface SupTBlock {
  readonly seed: number;
  readonly name: string;
  readonly block: number;
  /** Draws of this block. */
  readonly count: number;
  /** Factor of the correlation matrix, k × rank, row-major. */
  readonly factor: Float64Array;
  readonly k: number;
  readonly rank: number;
  readonly df: number;
}

/** Draws max |T| over k coordinates of a multivariate t, `count` times. A draw takes `rank` normals, then one chi-squared if df is finite. */
export function supTBlock({ seed, name, block, count, factor, k, rank, df }: SupTBlock): Float64Array {
  const random = stream(seed, name, block);
  const maxima = new Float64Array(count);
  const z = new Float64Array(rank);
  for (let d = 0; d < count; d++) {
    for (let r = 0; r < rank; r++) z[r] = random.normal();
    let largest = 0;
    for (let i = 0; i < k; i++) {
      let value = 0;
      for (let r = 0; r < rank; r++) value += factor[i * rank + r] * z[r];
      largest = Math.max(largest, Math.abs(value));
    }
    maxima[d] = df === Infinity ? largest : largest * Math.sqrt(df / random.chiSquared(df));
  }
  return maxima;
}
