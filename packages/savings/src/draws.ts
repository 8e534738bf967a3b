import { type Context, runBlocks } from "@kontrafakt/base";
import { BLOCK, pivotedCholesky } from "@kontrafakt/numerics";
import { type DrawBlock, type DrawnBlock, savingsJobs } from "./draw-block.js";
import type { PersonSums } from "./person-sums.js";

/** The shared draws: effects and prices drawn once, for every figure that needs them. */
export interface Draws {
  readonly kind: "draws";
  readonly draws: number;
  /** Column by column: person sum of term i in draw d is `effect[i * draws + d]`. */
  readonly effect: Float64Array;
  /** Rank in (0, 1) of price key c·K + k, one for all its years: `price[key * draws + d]`. */
  readonly price: Float64Array;
  readonly priceKeys: number;
  readonly df: number;
}

/**
 * Draws effects from a multivariate t with ν degrees of freedom, θ̂ + Σ^½ z √(ν/χ²_ν), whose variance is Σ·ν/(ν−2) (none for ν ≤ 2, whose
 * quantiles hold all the same), and prices by rank. Blocks of 1,024 draws: neither their number nor who computes them changes a bit.
 *
 * @param df ν of the headline total, above 0 or Infinity
 * @param priceKeys consequence × payer pairs
 */
export async function drawShared(
  sums: PersonSums,
  df: number,
  priceKeys: number,
  draws: number,
  context: Context,
): Promise<Draws> {
  const { estimate, covariance } = sums.effects;
  const m = estimate.length;
  const sd = Float64Array.from(estimate, (_, i) => Math.sqrt(Math.max(0, covariance[i * m + i])));
  const correlation = Float64Array.from(covariance, (value, at) => {
    const scale = sd[Math.floor(at / m)] * sd[at % m];
    return scale > 0 ? value / scale : 0;
  });
  const { factor, rank } = pivotedCholesky(correlation, m);
  for (let i = 0; i < m; i++) for (let r = 0; r < rank; r++) factor[i * rank + r] *= sd[i];
  const inputs: DrawBlock[] = [];
  for (let first = 0; first < draws; first += BLOCK) {
    const count = Math.min(BLOCK, draws - first);
    inputs.push({ seed: context.seed, block: first / BLOCK, count, estimate, factor, rank, df, priceKeys });
  }
  const blocks = await runBlocks<DrawBlock, DrawnBlock>(context, savingsJobs, "savings/draws", inputs);
  const effect = new Float64Array(m * draws);
  const price = new Float64Array(priceKeys * draws);
  blocks.forEach((block, b) => {
    const { count } = inputs[b];
    place(effect, block.effect, m, draws, b * BLOCK, count);
    place(price, block.price, priceKeys, draws, b * BLOCK, count);
  });
  return { kind: "draws", draws, effect, price, priceKeys, df };
}

function place(into: Float64Array, from: Float64Array, columns: number, draws: number, first: number, count: number): void {
  for (let i = 0; i < columns; i++) into.set(from.subarray(i * count, (i + 1) * count), i * draws + first);
}
