import { type CellRows, weightsOf } from "../cell-rows.js";
import type { WeightedMean } from "../sum-of-means.js";
import { quarters } from "./quarters.js";

/**
 * The means of the doubly robust estimators of repeated cross-sections. Regressions stand in the order controls post, controls pre,
 * treated post, treated pre. `consistent`: what the controls' regressions leave, treated less weighted controls, post less pre
 * (τ₁ of the paper). `efficient` is added for local efficiency (τ₂): the mean of the two groups' difference of regressions over treated rows of both
 * periods less that over treated rows of the period, post less pre; 0 in expectation, since the composition does not change.
 * Source: Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003, (2.6)–(2.8).
 * @param controls weight times odds of each control
 * @param asDid the influence as DRDID 1.2.3 has it: the controls' pre-period regression enters with the sign opposite to its derivative
 */
export function doublyRobustMeans(
  rows: CellRows,
  controls: Float64Array,
  asDid = false,
): {
  readonly consistent: readonly WeightedMean[];
  readonly efficient: readonly WeightedMean[];
  readonly controlsPost: Float64Array;
} {
  const { treatedPost, treatedPre } = quarters(rows);
  const { controlsPost, controlsPre } = quarters(rows, controls);
  const treated = weightsOf(rows, (i) => rows.d[i] === 1);
  const post = [-1, 0, 0, 0];
  const pre = [0, -1, 0, 0];
  const difference = { post: [-1, 0, 1, 0], pre: [0, -1, 0, 1] };
  return {
    consistent: [
      { sign: 1, weights: treatedPost, outcome: 1, fitted: post },
      { sign: -1, weights: treatedPre, outcome: 1, fitted: pre, turned: asDid },
      { sign: -1, weights: controlsPost, outcome: 1, fitted: post, odds: true },
      { sign: 1, weights: controlsPre, outcome: 1, fitted: pre, odds: true, turned: asDid },
    ],
    efficient: [
      { sign: 1, weights: treated, outcome: 0, fitted: difference.post },
      { sign: -1, weights: treatedPost, outcome: 0, fitted: difference.post },
      { sign: -1, weights: treated, outcome: 0, fitted: difference.pre },
      { sign: 1, weights: treatedPre, outcome: 0, fitted: difference.pre },
    ],
    controlsPost,
  };
}
