import type { Jobs } from "@kontrafakt/base";
import { stream } from "@kontrafakt/numerics";

export interface DrawBlock {
  readonly seed: number;
  readonly block: number;
  /** Draws in this block. */
  readonly count: number;
  readonly estimate: Float64Array;
  /** Terms × rank: covariance = factor·factor'. */
  readonly factor: Float64Array;
  readonly rank: number;
  /** Infinity for normal draws. */
  readonly df: number;
  readonly priceKeys: number;
}

/** Column by column: `effect[term * count + d]`, `price[key * count + d]`. */
export interface DrawnBlock {
  readonly effect: Float64Array;
  readonly price: Float64Array;
}

/** One block of the shared draws: θ̂ + factor·z·√(ν/χ²_ν), and one uniform rank a price key. */
export function drawBlock({ seed, block, count, estimate, factor, rank, df, priceKeys }: DrawBlock): DrawnBlock {
  const terms = estimate.length;
  const effect = new Float64Array(terms * count);
  const price = new Float64Array(priceKeys * count);
  const effectStream = stream(seed, "savings/effect", block);
  const priceStream = stream(seed, "savings/price", block);
  const z = new Float64Array(rank * count);
  const scale = new Float64Array(count).fill(1);
  for (let d = 0; d < count; d++) {
    for (let r = 0; r < rank; r++) z[r * count + d] = effectStream.normal();
    if (df !== Infinity) scale[d] = Math.sqrt(df / effectStream.chiSquared(df));
    for (let key = 0; key < priceKeys; key++) price[key * count + d] = priceStream.uniform();
  }
  const reach = reaches(factor, terms, rank);
  for (let i = 0; i < terms; i++) {
    const column = effect.subarray(i * count, (i + 1) * count);
    for (let r = 0; r < reach[i]; r += 4) addFour(column, factor.subarray(i * rank + r, i * rank + reach[i]), z, r * count);
    for (let d = 0; d < count; d++) column[d] = estimate[i] + scale[d] * column[d];
  }
  return { effect, price };
}

/** Adds up to four columns of z, weighted: whole columns at a time run several times as fast as draw by draw. */
function addFour(column: Float64Array, weights: Float64Array, z: Float64Array, at: number): void {
  const n = column.length;
  if (weights.length >= 4) {
    const [a, b, c, e] = weights;
    for (let d = 0, i = at; d < n; d++, i++)
      column[d] = column[d] + a * z[i] + b * z[i + n] + c * z[i + 2 * n] + e * z[i + 3 * n];
    return;
  }
  for (let r = 0; r < weights.length; r++) {
    const weight = weights[r];
    for (let d = 0, i = at + r * n; d < n; d++, i++) column[d] += weight * z[i];
  }
}

/** Columns of each row up to its last that is not zero: a pivoted factor is half zeros. */
function reaches(factor: Float64Array, terms: number, rank: number): Int32Array {
  return Int32Array.from({ length: terms }, (_, i) => {
    let reach = rank;
    while (reach > 0 && factor[i * rank + reach - 1] === 0) reach--;
    return reach;
  });
}

/** Jobs of this package, for a worker bundle. */
export const savingsJobs: Jobs = { "savings/draws": drawBlock };
