import type { Context } from "@kontrafakt/base";
import { BLOCK } from "@kontrafakt/numerics";
import type { DrawnBlock } from "./drawn-block.js";
import { drawnBlocks } from "./drawn-blocks.js";
import { KEPT, type WildBlock } from "./wild-block.js";
import type { WildSystem } from "./wild-system.js";
import { possibilities, type WildWeights } from "./wild-weights.js";

export interface WildDraws {
  /** draws × KEPT, as `wildBlock` has them. */
  readonly kept: Float64Array;
  readonly draws: number;
  /** All there are. */
  readonly exact: boolean;
}

/** Draws in blocks; all possible ones where these are not more. */
export async function wildDraws(
  system: WildSystem,
  asked: number,
  weights: WildWeights,
  imposeNull: boolean,
  context: Context,
): Promise<WildDraws> {
  const all = possibilities(weights, system.clusters);
  const exact = all <= asked;
  const draws = exact ? all : asked;
  const { clusters, own0, own1, rank, left, right0, right1 } = system;
  const needed = { clusters, own0, own1, rank, ...(left && { left }), right0, right1 };
  const input = (block: DrawnBlock): WildBlock => ({
    system: needed,
    weights,
    imposeNull,
    name: "effects/wild",
    ...(exact && { first: block.block * BLOCK }),
    ...block,
  });
  const kept = await drawnBlocks(context, "effects/wild", draws, KEPT, input);
  return { kept, draws, exact };
}
