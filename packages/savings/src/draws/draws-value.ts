import type { InputKey } from "./inputs.js";

/** The shared draws: effects and uncertain inputs drawn once, for every figure that needs them. */
export interface Draws {
  readonly kind: "draws";
  readonly draws: number;
  readonly df: number;
  /** Column by column: person sum of term i in draw d is `effect[i * draws + d]`, with nothing but the effects drawn. */
  readonly effect: Float64Array;
  readonly inputs: readonly InputKey[];
  /** Rank in (0, 1) of each input, one for all its years: `rank[key * draws + d]`. */
  readonly rank: Float64Array;
}
