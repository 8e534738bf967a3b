import { fail } from "@kontrafakt/base";
import type { Comparison } from "@kontrafakt/matching";
import type { Atoms } from "./atoms.js";
import { messages } from "./messages.js";

/** What the estimation of the weights adds to the influence of whatever rests on them. */
export interface EstimatedWeights {
  readonly parameters: number;
  /** atoms × parameters: each atom's part in θ̂ − θ, of all rows, whether or not a cell observes them. */
  readonly influence: Float64Array;
  /** rows × parameters: derivative of the row's weight as a share of the weight; 0 for rows of weight 0. */
  readonly relative: Float64Array;
}

/** A parameter that moves no weight by more than this share of it, a unit, is left out: a wave's intercept once its weights have been scaled. */
const STILL = 1e-12;

/**
 * The estimation of a comparison's weights by atom, for the parameters that move a weight. A row of weight 0 was trimmed: it informs θ̂,
 * and its weight stays 0.
 */
export function estimatedWeights(comparison: Comparison, atoms: Atoms): EstimatedWeights {
  const { parameters, influence: byRow, gradient } = comparison.estimation!;
  const rows = comparison.unit.length;
  for (const [what, values] of [
    ["the influence of the weights", byRow] as const,
    ["the gradient of the weights", gradient] as const,
  ])
    if (values.length !== rows * parameters)
      fail("effects/length", {}, { what, given: values.length, needed: rows * parameters }, messages);
  const share = (r: number, k: number) => gradient[r * parameters + k] / comparison.weight[r];
  const moving: number[] = [];
  for (let k = 0; k < parameters; k++)
    if (comparison.weight.some((weight, r) => weight > 0 && !(Math.abs(share(r, k)) <= STILL))) moving.push(k);
  const P = moving.length;
  const influence = new Float64Array(atoms.count * P);
  const relative = new Float64Array(rows * P);
  for (let r = 0; r < rows; r++) {
    const at = atoms.ofRow[r] * P;
    moving.forEach((k, a) => {
      influence[at + a] += byRow[r * parameters + k];
      if (comparison.weight[r] > 0) relative[r * P + a] = share(r, k);
    });
  }
  return { parameters: P, influence, relative };
}
