import { type CellRows, dropped, type Preparation, regressionOn, weightsOf } from "../cell-rows.js";
import { propensity } from "../propensity.js";

/**
 * Doubly robust: inverse probability weighting of what the controls' regression leaves. Right where either the propensity or the
 * regression is. Source: Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003, (2.5), propensity by maximum likelihood.
 */
export function dr(rows: CellRows, names: readonly string[]): Preparation {
  const odds = propensity(rows, names);
  if ("refused" in odds) return odds;
  const treated = weightsOf(rows, (i) => rows.d[i] === 1);
  const regression = regressionOn(
    rows,
    weightsOf(rows, (i) => rows.d[i] === 0),
  );
  const means = [
    { sign: 1, weights: treated, outcome: 1, fitted: [-1] },
    { sign: -1, weights: odds.weights, outcome: 1, fitted: [-1], odds: true },
  ] as const;
  return { sum: { means, regressions: [regression], odds }, controls: odds.weights, dropped: dropped(odds, regression) };
}
