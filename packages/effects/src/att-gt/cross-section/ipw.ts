import type { CellRows, Preparation } from "../cell-rows.js";
import { propensity } from "../propensity.js";
import { quarters } from "./quarters.js";

/**
 * Inverse probability weighting on repeated cross-sections, the weights of each of the four groups summing to 1 (Hajek); the propensity
 * is fitted on the rows of both periods. Source: Abadie 2005, normalised; Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003, §4.
 */
export function ipw(rows: CellRows, names: readonly string[]): Preparation {
  const odds = propensity(rows, names);
  if ("refused" in odds) return odds;
  const { treatedPost, treatedPre } = quarters(rows);
  const { controlsPost, controlsPre } = quarters(rows, odds.weights);
  const means = [
    { sign: 1, weights: treatedPost, outcome: 1, fitted: [] },
    { sign: -1, weights: treatedPre, outcome: 1, fitted: [] },
    { sign: -1, weights: controlsPost, outcome: 1, fitted: [], odds: true },
    { sign: 1, weights: controlsPre, outcome: 1, fitted: [], odds: true },
  ] as const;
  return { sum: { means, regressions: [], odds }, controls: controlsPost, dropped: odds.dropped };
}
