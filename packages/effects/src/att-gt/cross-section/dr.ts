import { type CellRows, dropped, type Preparation, regressionOn } from "../cell-rows.js";
import { propensity } from "../propensity.js";
import { doublyRobustMeans } from "./doubly-robust-means.js";
import { quarters } from "./quarters.js";

/**
 * Doubly robust on repeated cross-sections, locally efficient: a logit on the rows of both periods and four regressions, of treated and
 * controls in each period. Source: Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003, (2.8), propensity by maximum likelihood.
 * @param asDid the influence as the R package released it (`doublyRobustMeans`)
 */
export function dr(rows: CellRows, names: readonly string[], asDid = false): Preparation {
  const odds = propensity(rows, names);
  if ("refused" in odds) return odds;
  const { treatedPost, treatedPre, controlsPost, controlsPre } = quarters(rows);
  const regressions = [controlsPost, controlsPre, treatedPost, treatedPre].map((weights) => regressionOn(rows, weights));
  const means = doublyRobustMeans(rows, odds.weights, asDid);
  return {
    sum: { means: [...means.consistent, ...means.efficient], regressions, odds },
    controls: means.controlsPost,
    dropped: dropped(odds, ...regressions),
  };
}
