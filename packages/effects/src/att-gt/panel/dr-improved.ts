import { type CellRows, type Preparation, regressionOn, weightsOf } from "../cell-rows.js";
import { improvedOdds } from "../improved-odds.js";
import { dr } from "./dr.js";

/**
 * Improved doubly robust: odds that balance the covariates exactly, and a regression of the controls weighted by them. Its influence holds
 * without a part for either's estimation, whichever of the two models is right.
 * Where no weights of the controls balance the covariates it is `dr`, with a note. Source: Sant'Anna & Zhao 2020,
 * doi:10.1016/j.jeconom.2020.06.003, §3.1.
 */
export function drImproved(rows: CellRows, names: readonly string[]): Preparation {
  const odds = improvedOdds(rows, names);
  if ("refused" in odds) return odds;
  if (odds.note) {
    const instead = dr(rows, names);
    return "refused" in instead ? instead : { ...instead, note: odds.note };
  }
  const treated = weightsOf(rows, (i) => rows.d[i] === 1);
  const regression = regressionOn(rows, odds.weights, false);
  const means = [
    { sign: 1, weights: treated, outcome: 1, fitted: [-1] },
    { sign: -1, weights: odds.weights, outcome: 1, fitted: [-1] },
  ] as const;
  return { sum: { means, regressions: [regression] }, controls: odds.weights, dropped: odds.dropped };
}
