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
  const z = new Float64Array(rank);
  const reach = reaches(factor, terms, rank);
  for (let d = 0; d < count; d++) {
    for (let r = 0; r < rank; r++) z[r] = effectStream.normal();
    const scale = df === Infinity ? 1 : Math.sqrt(df / effectStream.chiSquared(df));
    for (let i = 0; i < terms; i++) {
      let value = 0;
      for (let r = 0, at = i * rank; r < reach[i]; r++, at++) value += factor[at] * z[r];
      effect[i * count + d] = estimate[i] + scale * value;
    }
    for (let key = 0; key < priceKeys; key++) price[key * count + d] = priceStream.uniform();
  }
  return { effect, price };
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
