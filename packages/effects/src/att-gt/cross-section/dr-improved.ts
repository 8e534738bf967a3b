import { type CellRows, dropped, type Preparation, regressionOn } from "../cell-rows.js";
import { improvedOdds } from "../improved-odds.js";
import { doublyRobustMeans } from "./doubly-robust-means.js";
import { dr } from "./dr.js";
import { quarters } from "./quarters.js";

/**
 * Improved doubly robust on repeated cross-sections, locally efficient: odds that balance the covariates exactly over the rows of both
 * periods, regressions of the controls weighted by them and of the treated. Its influence holds without a part for their estimation. Where
 * no weights balance it is `dr`, with a note. Source: Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003, §3.2.
 */
export function drImproved(rows: CellRows, names: readonly string[], asDid = false): Preparation {
  const odds = improvedOdds(rows, names);
  if ("refused" in odds) return odds;
  if (odds.note) {
    const instead = dr(rows, names, asDid);
    return "refused" in instead ? instead : { ...instead, note: odds.note };
  }
  const { treatedPost, treatedPre } = quarters(rows);
  const { controlsPost, controlsPre } = quarters(rows, odds.weights);
  const regressions = [controlsPost, controlsPre, treatedPost, treatedPre].map((weights) => regressionOn(rows, weights, false));
  const means = doublyRobustMeans(rows, odds.weights);
  return {
    sum: { means: [...means.consistent, ...means.efficient], regressions },
    controls: controlsPost,
    dropped: dropped(odds, ...regressions),
  };
}
