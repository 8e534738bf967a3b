import { type CellRows, type Preparation, weightsOf } from "../cell-rows.js";
import { propensity } from "../propensity.js";

/**
 * Inverse probability weighting with weights that sum to 1 (Hajek): controls count by their odds of treatment.
 * Source: Abadie 2005, normalised; Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003, §4.
 */
export function ipw(rows: CellRows, names: readonly string[]): Preparation {
  const odds = propensity(rows, names);
  if ("refused" in odds) return odds;
  const treated = weightsOf(rows, (i) => rows.d[i] === 1);
  const means = [
    { sign: 1, weights: treated, outcome: 1, fitted: [] },
    { sign: -1, weights: odds.weights, outcome: 1, fitted: [], odds: true },
  ] as const;
  return { sum: { means, regressions: [], odds }, controls: odds.weights, dropped: odds.dropped };
}
