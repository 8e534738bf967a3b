import { type Stream, stream } from "@kontrafakt/numerics";
import type { DrawnBlock } from "./drawn-block.js";
import type { WildSystem } from "./wild-system.js";
import { drawn, enumerated, type WildWeights } from "./wild-weights.js";

/** Numbers kept of a draw. */
export const KEPT = 5;

/** Which draws to make. */
export interface WildBlock extends DrawnBlock {
  readonly system: Pick<WildSystem, "clusters" | "own0" | "own1" | "rank" | "left" | "right0" | "right1">;
  readonly weights: WildWeights;
  readonly imposeNull: boolean;
  /** Of an enumeration: the number of the first draw. Else `seed` and `block` say which. */
  readonly first?: number;
  readonly name: string;
}

/**
 * What each draw comes to as a function of δ, the estimate less the tested value: it moves c'β by n₀ + δ n₁, with squared standard error v₀₀ +
 * 2δ v₀₁ + δ² v₁₁ (but for the factor of CR1). Kept as (n₀, n₁, v₀₀, v₀₁, v₁₁), so that one set of draws tests every value.
 */
export function wildBlock({ system, weights, imposeNull, first, seed, name, block, count }: WildBlock): Float64Array {
  const { clusters: G, own0, own1, rank, left, right0, right1 } = system;
  const random: Stream | undefined = first === undefined ? stream(seed, name, block) : undefined;
  const w = new Float64Array(G);
  const x0 = new Float64Array(rank);
  const x1 = new Float64Array(rank);
  const kept = new Float64Array(count * KEPT);
  for (let d = 0; d < count; d++) {
    if (random) drawn(weights, random, w);
    else enumerated(weights as "rademacher" | "webb", first! + d, w);
    x0.fill(0);
    x1.fill(0);
    for (let k = 0, from = 0; k < G; k++, from += rank) {
      const v = w[k];
      for (let i = 0; i < rank; i++) x0[i] += v * right0[from + i];
      if (imposeNull) for (let i = 0; i < rank; i++) x1[i] += v * right1[from + i];
    }
    let n0 = 0;
    let n1 = 0;
    let v00 = 0;
    let v01 = 0;
    let v11 = 0;
    for (let g = 0; g < G; g++) {
      const u0 = w[g] * own0[g];
      const u1 = imposeNull ? w[g] * own1[g] : 0;
      n0 += u0;
      n1 += u1;
      let z0 = u0;
      let z1 = u1;
      if (!left) {
        z0 -= x0[g];
        z1 -= x1[g];
      } else {
        for (let i = 0, from = g * rank; i < rank; i++) {
          z0 -= left[from + i] * x0[i];
          z1 -= left[from + i] * x1[i];
        }
      }
      v00 += z0 * z0;
      v01 += z0 * z1;
      v11 += z1 * z1;
    }
    const at = d * KEPT;
    kept[at] = n0;
    kept[at + 1] = n1;
    kept[at + 2] = v00;
    kept[at + 3] = v01;
    kept[at + 4] = v11;
  }
  return kept;
}
