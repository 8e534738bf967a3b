import { logit } from "@kontrafakt/numerics";
import type { CellRows, Reason } from "./cell-rows.js";
import type { EstimatedOdds } from "./sum-of-means.js";

/** Controls whose propensity is as high as this are trimmed; a cell with anybody's as high as `NOBODY` is not estimated. */
export const TRIM = 0.995;
export const NOBODY = 0.999;

/** Odds of treatment by a logit. */
export interface Propensity extends EstimatedOdds {
  /** Weight times odds of each control, 0 for treated and trimmed controls. */
  readonly weights: Float64Array;
  readonly coefficients: Float64Array;
  readonly dropped: readonly number[];
}

/** Logit of treatment on the covariates by maximum likelihood; refused under separation or without overlap. */
export function propensity(rows: CellRows, names: readonly string[]): Propensity | { readonly refused: Reason } {
  const { n, d, w, x, k } = rows;
  const fit = logit({ x, y: Float64Array.from(d), weights: w, n, k });
  const { probability, inverse, coefficients, dropped } = fit;
  if (fit.separated.length > 0 || !fit.converged) {
    const separated = fit.separated.map((j) => names[j - 1] ?? "the constant").join(", ");
    return { refused: { code: "effects/cell-separated", params: { covariates: separated || names.join(", ") } } };
  }
  const highest = probability.reduce((a, b) => Math.max(a, b), 0);
  if (!(highest < NOBODY))
    return { refused: { code: "effects/cell-overlap", params: { highest: Math.round(highest * 1e4) / 1e4 } } };
  const weights = w.map((v, i) => (d[i] === 1 || probability[i] >= TRIM ? 0 : (v * probability[i]) / (1 - probability[i])));
  const score = w.map((v, i) => v * (d[i] - probability[i]));
  return { inverse, score, weights, coefficients, dropped };
}
