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

/** The estimation of a comparison's weights by atom. A row of weight 0 was trimmed: it informs θ̂, and its weight stays 0. */
export function estimatedWeights(comparison: Comparison, atoms: Atoms): EstimatedWeights {
  const { parameters, influence: byRow, gradient } = comparison.estimation!;
  const rows = comparison.unit.length;
  for (const [what, values] of [
    ["the influence of the weights", byRow] as const,
    ["the gradient of the weights", gradient] as const,
  ])
    if (values.length !== rows * parameters)
      fail("effects/length", {}, { what, given: values.length, needed: rows * parameters }, messages);
  const influence = new Float64Array(atoms.count * parameters);
  const relative = new Float64Array(rows * parameters);
  for (let r = 0; r < rows; r++) {
    const at = atoms.ofRow[r] * parameters;
    const weight = comparison.weight[r];
    for (let k = 0; k < parameters; k++) {
      influence[at + k] += byRow[r * parameters + k];
      if (weight > 0) relative[r * parameters + k] = gradient[r * parameters + k] / weight;
    }
  }
  return { parameters, influence, relative };
}
