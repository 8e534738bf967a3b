import { stream } from "@kontrafakt/numerics";
import type { DrawnBlock } from "./drawn-block.js";
import { drawn, enumerated, type WildWeights } from "./wild-weights.js";

/** Which draws to make of which influence. */
export interface MultiplierBlock extends DrawnBlock {
  /** clusters × columns. */
  readonly rows: Float64Array;
  readonly clusters: number;
  readonly columns: number;
  readonly weights: WildWeights;
  /** Of an enumeration: the number of the first draw. */
  readonly first?: number;
  readonly name: string;
}

/** count × 2 × columns: Σ w u of each draw, then Σ (w u)². */
export function multiplierBlock(input: MultiplierBlock): Float64Array {
  const { rows, clusters, columns, weights, first, seed, name, block, count } = input;
  const random = first === undefined ? stream(seed, name, block) : undefined;
  const w = new Float64Array(clusters);
  const out = new Float64Array(count * 2 * columns);
  for (let d = 0; d < count; d++) {
    if (random) drawn(weights, random, w);
    else enumerated(weights as "rademacher" | "webb", first! + d, w);
    const at = d * 2 * columns;
    for (let a = 0, from = 0; a < clusters; a++, from += columns) {
      for (let k = 0; k < columns; k++) {
        const v = w[a] * rows[from + k];
        out[at + k] += v;
        out[at + columns + k] += v * v;
      }
    }
  }
  return out;
}
