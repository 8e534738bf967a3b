import type { Context } from "@kontrafakt/base";
import { BLOCK } from "@kontrafakt/numerics";
import type { DrawnBlock } from "./drawn-block.js";
import { drawnBlocks } from "./drawn-blocks.js";
import type { MultiplierBlock } from "./multiplier-block.js";
import { possibilities, type WildWeights } from "./wild-weights.js";

export interface MultiplierDraws {
  /** Σ w u by draw and column. */
  readonly sum: readonly Float64Array[];
  /** Σ (w u)² by draw and column. */
  readonly squares: readonly Float64Array[];
  readonly draws: number;
  readonly exact: boolean;
}

/** Sums of influence by cluster times random weights, each column by itself; all possible ones where these are not more than asked for. */
export async function multiplierDraws(
  rows: Float64Array,
  columns: number,
  asked: number,
  weights: WildWeights,
  name: string,
  context: Context,
): Promise<MultiplierDraws> {
  const clusters = rows.length / columns;
  const all = possibilities(weights, clusters);
  const exact = all <= asked;
  const draws = exact ? all : asked;
  const width = 2 * columns;
  const input = (block: DrawnBlock): MultiplierBlock => ({
    rows,
    clusters,
    columns,
    weights,
    name,
    ...(exact && { first: block.block * BLOCK }),
    ...block,
  });
  const found = await drawnBlocks(context, "effects/multiplier", draws, width, input);
  const take = (column: number) => Float64Array.from({ length: draws }, (_, d) => found[d * width + column]);
  return {
    sum: Array.from({ length: columns }, (_, k) => take(k)),
    squares: Array.from({ length: columns }, (_, k) => take(columns + k)),
    draws,
    exact,
  };
}
