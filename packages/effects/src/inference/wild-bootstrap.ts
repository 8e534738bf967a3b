import { fail, type Problem, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { checkClusters, checkCombination, doubts } from "./bootstrap-checks.js";
import type { Method } from "./method.js";
import { wildDraws } from "./wild-draws.js";
import { outermost } from "./wild-interval.js";
import { type Side, wildShare } from "./wild-share.js";
import { type WildSystem, wildSystem } from "./wild-system.js";

/**
 * Wild cluster bootstrap of a combination of least-squares coefficients, studentised by CR1: with the tested value imposed (WCR) or not (WCU).
 * Where there are at most `draws` vectors of Rademacher or Webb weights, all are gone through and p-values are exact.
 *
 * The two-sided p counts |t*|, the one-sided ones signed t*. Limits are the outermost values that the same draws do not refuse at `level`, to
 * 1e-7 standard errors; ±Infinity, with a problem, where no value is refused on that side. `pValue: strict` leaves out ties with the observed
 * statistic, which the weights that are all alike always make.
 * Sources: Cameron, Gelbach & Miller 2008, doi:10.1162/rest.90.3.414; Roodman, MacKinnon, Nielsen & Webb 2019,
 * doi:10.1177/1536867X19830877; MacKinnon, Nielsen & Webb 2023, doi:10.1002/jae.2969.
 * @throws KontrafaktError where the estimate is no least squares, one cluster holds all treated, or clusters are too few for the level
 */
export const wildBootstrap: Method = async (fit, c, options, context) => {
  checkCombination(fit.effects, c);
  if (!fit.leastSquares) {
    const { estimator } = fit.effects;
    return fail("effects/wild-not-least-squares", { option: "inference.beside" }, { estimator }, messages);
  }
  const squares = fit.leastSquares(c);
  const system = wildSystem(squares);
  const { clusters, treatedClusters, estimate } = system;
  const { weights, level, imposeNull, pValue } = options;
  checkClusters(clusters, treatedClusters, weights, level);
  const se = Math.sqrt(squares.factor * system.squares);
  if (!(se > 0 && se < Number.POSITIVE_INFINITY)) fail("effects/wild-no-spread", {}, { clusters }, messages);
  const draws = await wildDraws(system, options.draws, weights, imposeNull, context);
  const p = (delta: number, side: Side) => wildShare(draws, system.squares, delta, side, pValue);
  // A step of p at the level itself is no refusal by rounding.
  const limit = (sign: number) => outermost((distance) => p(sign * distance, "both") > 1 - level + 1e-12, se);
  const lower = estimate - limit(1);
  const upper = estimate + limit(-1);
  const problems: Problem[] = doubts(clusters, treatedClusters, largestTreated(system));
  if (lower === Number.NEGATIVE_INFINITY || upper === Number.POSITIVE_INFINITY)
    problems.push(
      problem("effects/wild-unbounded", "warning", { option: "inference.draws" }, { clusters, draws: draws.draws, level }),
    );
  return {
    kind: "inference",
    method: "wildBootstrap",
    variant: imposeNull ? "restricted" : "unrestricted",
    estimate,
    se,
    p: p(estimate, "both"),
    pAbove: p(estimate, "above"),
    pBelow: p(estimate, "below"),
    lower,
    upper,
    level,
    draws: draws.draws,
    exact: draws.exact,
    null: "mean",
    clusters,
    treatedClusters,
    ...(problems.length > 0 && { problems }),
  };
};

/** The largest share of one cluster in what the treated bear of the estimate. */
function largestTreated({ own1, treated }: WildSystem): number {
  let all = 0;
  let largest = 0;
  for (let g = 0; g < own1.length; g++) {
    if (treated[g] === 0) continue;
    all += own1[g];
    largest = Math.max(largest, own1[g]);
  }
  return all > 0 ? largest / all : 0;
}
