import { type Context, fail } from "@kontrafakt/base";
import { normalQuantile } from "@kontrafakt/numerics";
import type { Effects } from "../effects-value.js";
import { messages } from "../messages.js";
import type { InferenceOptions } from "../options/inference-options.js";
import { influenceOf } from "./influence-sums.js";
import { multiplierDraws } from "./multiplier-draws.js";
import { orderStatistic } from "./order-statistic.js";

/** Standard errors and limits that hold for several terms at once, by the multiplier bootstrap. */
export interface MultiplierBands {
  readonly kind: "multiplier-bands";
  /** Terms, in the order asked for. */
  readonly indices: readonly number[];
  /** NaN where a term has no uncertainty; such terms are not in the critical value. */
  readonly se: Float64Array;
  /** In standard errors; NaN where no term has any. */
  readonly critical: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly level: number;
  readonly draws: number;
  readonly exact: boolean;
}

/** As in `did`: less than this is no standard error. */
const LEAST_SE = 10 * Math.sqrt(Number.EPSILON);

/**
 * The multiplier bootstrap of `did`: the same weights for all terms of a draw; standard errors from interquartile ranges, critical value the
 * `level` quantile of the largest |t|, both without interpolation. With effects made under `compat: "did"` this is `did`'s own; `eventBands`
 * takes the critical value from the covariance instead, which needs no draws of clusters.
 * Source: Callaway & Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001, Algorithm 1.
 * @param indices of terms
 * @throws KontrafaktError where effects carry no influence by one clustering, or an index is no term
 */
export async function multiplierBands(
  effects: Effects,
  indices: readonly number[],
  options: Pick<InferenceOptions, "draws" | "weights"> & { readonly level: number },
  context: Context,
): Promise<MultiplierBands> {
  const { atoms, rows } = influenceOf(effects);
  const K = effects.terms.length;
  const wrong = indices.find((k) => !(Number.isSafeInteger(k) && k >= 0 && k < K));
  if (wrong !== undefined) fail("effects/wild-no-term", {}, { index: String(wrong), terms: K }, messages);
  if (indices.length === 0) fail("effects/wild-nothing-asked", {}, {}, messages);
  const n = indices.length;
  const own = new Float64Array(atoms * n);
  for (let a = 0; a < atoms; a++) for (let j = 0; j < n; j++) own[a * n + j] = rows[a * K + indices[j]];
  const { sum, draws, exact } = await multiplierDraws(own, n, options.draws, options.weights, "effects/multiplier", context);
  const se = Float64Array.from(sum, (column) => {
    const value = quartileSe(column);
    return value > LEAST_SE ? value : Number.NaN;
  });
  const largest = new Float64Array(draws);
  for (let j = 0; j < n; j++) {
    if (Number.isNaN(se[j])) continue;
    for (let d = 0; d < draws; d++) largest[d] = Math.max(largest[d], Math.abs(sum[j][d]) / se[j]);
  }
  const critical = se.every(Number.isNaN) ? Number.NaN : orderStatistic(largest.sort(), options.level);
  const limit = (sign: number) => Float64Array.from(indices, (k, j) => effects.estimate[k] + sign * critical * se[j]);
  return {
    kind: "multiplier-bands",
    indices,
    se,
    critical,
    lower: limit(-1),
    upper: limit(1),
    level: options.level,
    draws,
    exact,
  };
}

/** Interquartile range over that of the standard normal. */
export function quartileSe(values: Float64Array): number {
  const sorted = values.slice().sort();
  return (orderStatistic(sorted, 0.75) - orderStatistic(sorted, 0.25)) / (2 * normalQuantile(0.75));
}
