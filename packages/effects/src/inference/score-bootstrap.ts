import { fail } from "@kontrafakt/base";
import { linearCombination } from "../linear-combination.js";
import { messages } from "../messages.js";
import { checkClusters, checkCombination, doubts } from "./bootstrap-checks.js";
import { checkTreatedArms, influenceSums } from "./influence-sums.js";
import type { Method } from "./method.js";
import { multiplierDraws } from "./multiplier-draws.js";
import { orderStatistic } from "./order-statistic.js";
import { isWaveFit } from "./permutation-interval.js";
import { shares } from "./shares.js";

/**
 * Score bootstrap of a combination: its influence by cluster, centred, times random weights, studentised by its spread about the mean of each
 * arm (stratum, with treated or without: about one mean for all, tests with four treated of twenty clusters refuse too often). The tested value
 * moves nothing but the observed statistic, so that it is imposed. p counts |t*| (two-sided) or signed t*; limits are equal-tailed: estimate −
 * se × quantiles of t*. It holds for any estimator, and less well than the wild bootstrap with few clusters.
 * Source: Kline & Santos 2012, doi:10.1515/2156-6674.1006.
 * @throws KontrafaktError where effects carry no influence by one clustering, one cluster holds all treated, every start has one, or clusters are too few
 */
export const scoreBootstrap: Method = async (fit, c, options, context) => {
  const { effects } = fit;
  checkCombination(effects, c);
  const found = influenceSums(effects, c);
  // After matching, a set holds treated and controls.
  if (!isWaveFit(fit)) checkTreatedArms(effects, found);
  const { sums, arm, arms, treatedClusters } = found;
  const { weights, level, pValue } = options;
  const G = sums.length;
  checkClusters(G, treatedClusters, weights, level);
  const { estimate, se } = linearCombination(effects, c);
  if (!(se > 0)) fail("effects/wild-no-spread", {}, { clusters: G }, messages);
  const mean = sums.reduce((a, b) => a + b, 0) / G;
  const A = arms.length;
  const rows = new Float64Array(G * A);
  for (let g = 0; g < G; g++) rows[g * A + arm[g]] = sums[g] - mean;
  const { sum, squares, draws, exact } = await multiplierDraws(rows, A, options.draws, weights, "effects/score", context);
  const t = new Float64Array(draws);
  for (let d = 0; d < draws; d++) t[d] = studentised(sum, squares, arms, d);
  const p = shares(t, estimate / se, pValue);
  t.sort();
  const tail = (1 - level) / 2;
  const problems = doubts(G, treatedClusters, effects.inference?.largestShare);
  return {
    kind: "inference",
    method: "scoreBootstrap",
    variant: "score",
    estimate,
    se,
    ...p,
    lower: estimate - se * orderStatistic(t, 1 - tail),
    upper: estimate - se * orderStatistic(t, tail),
    level,
    draws,
    exact,
    null: "mean",
    clusters: G,
    ...(treatedClusters !== undefined && { treatedClusters }),
    ...(problems.length > 0 && { problems }),
  };
};

/** Σ w u of a draw over the root of its variance: by arm n/(n − 1) Σ (w u − their mean)²; an arm of one has its square. */
function studentised(
  sum: readonly Float64Array[],
  squares: readonly Float64Array[],
  arms: readonly number[],
  draw: number,
): number {
  let whole = 0;
  let size = 0;
  let variance = 0;
  for (let a = 0; a < arms.length; a++) {
    const n = arms[a];
    const own = sum[a][draw];
    const square = squares[a][draw];
    whole += own;
    size += square;
    variance += n > 1 ? (Math.max(0, square - (own * own) / n) * n) / (n - 1) : square;
  }
  if (variance > 1e-12 * size) return whole / Math.sqrt(variance);
  return whole === 0 ? 0 : whole > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}
