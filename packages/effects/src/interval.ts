import { tQuantile } from "@kontrafakt/numerics";
import type { Effects, Interval } from "./effects-value.js";

/** Pointwise interval of term k: estimate ± t quantile × standard error. NaN limits where there is no standard error. */
export function interval(effects: Effects, k: number, level = 0.95): Interval {
  const estimate = effects.estimate[k];
  const se = standardError(effects, k);
  const df = effects.df[k];
  const half = df > 0 ? tQuantile((1 + level) / 2, df) * se : Number.NaN;
  return { estimate, se, df, lower: estimate - half, upper: estimate + half };
}

/** Standard error of term k; NaN where the covariance is. */
export function standardError(effects: Effects, k: number): number {
  return Math.sqrt(Math.max(0, effects.covariance[k * effects.terms.length + k]));
}
