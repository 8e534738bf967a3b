import { fail } from "@kontrafakt/base";
import { linearCombination } from "../linear-combination.js";
import { messages } from "../messages.js";
import { checkClusters, checkCombination, doubts } from "./bootstrap-checks.js";
import { checkTreatedArms, influenceSums } from "./influence-sums.js";
import type { Method } from "./method.js";
import { quartileSe } from "./multiplier-bands.js";
import { multiplierDraws } from "./multiplier-draws.js";
import { orderStatistic } from "./order-statistic.js";
import { isWaveFit } from "./permutation-interval.js";
import { shares } from "./shares.js";

/**
 * Multiplier bootstrap of a combination: sums over clusters of influence times random weights, as `did` has it. Its standard error is their
 * interquartile range over that of the standard normal; limits are the estimate ± the `level` quantile of their sizes, and p counts their sizes (or
 * signed values) against the estimate. Not studentised: with few clusters it is as optimistic as the covariance it stands on.
 * Source: Callaway & Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001, Algorithm 1.
 * @throws KontrafaktError where effects carry no influence by one clustering, one cluster holds all treated, every start has one, or clusters are too few
 */
export const multiplierBootstrap: Method = async (fit, c, options, context) => {
  const { effects } = fit;
  checkCombination(effects, c);
  const found = influenceSums(effects, c);
  // After matching, a set holds treated and controls.
  if (!isWaveFit(fit)) checkTreatedArms(effects, found);
  const { sums, treatedClusters } = found;
  const { weights, level, pValue } = options;
  checkClusters(sums.length, treatedClusters, weights, level);
  const { estimate } = linearCombination(effects, c);
  const { sum, draws, exact } = await multiplierDraws(sums, 1, options.draws, weights, "effects/multiplier", context);
  const se = quartileSe(sum[0]);
  if (!(se > 0)) fail("effects/wild-no-spread", {}, { clusters: sums.length }, messages);
  const half = orderStatistic(sum[0].map(Math.abs).sort(), level);
  const problems = doubts(sums.length, treatedClusters, effects.inference?.largestShare);
  return {
    kind: "inference",
    method: "multiplierBootstrap",
    variant: weights,
    estimate,
    se,
    ...shares(sum[0], estimate, pValue),
    lower: estimate - half,
    upper: estimate + half,
    level,
    draws,
    exact,
    null: "mean",
    clusters: sums.length,
    ...(treatedClusters !== undefined && { treatedClusters }),
    ...(problems.length > 0 && { problems }),
  };
};
