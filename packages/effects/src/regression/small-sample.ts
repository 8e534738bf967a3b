import { absorbed, type Counting } from "../fixed-effects/absorbed.js";
import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import type { FixedEffectsOptions } from "../options/fixed-effects-options.js";

/** Factors for small samples: (n − 1)/(n − K) and G/(G − 1), and how K counts. */
export interface SmallSample {
  readonly coefficients: boolean;
  readonly clusters: boolean;
  readonly counting: Counting;
}

export function smallSampleOf(compat: FixedEffectsOptions["compat"]): SmallSample {
  if (compat === "large") return { coefficients: false, clusters: false, counting: { effects: "none", exact: true } };
  return { coefficients: true, clusters: true, counting: { effects: "nonnested", exact: compat === "none" } };
}

export interface Factor {
  /** On the covariance. */
  readonly value: number;
  /** n − K of the rows, for the error variance of iid. */
  readonly rowsLeft: number;
  readonly df: number;
}

/**
 * As fixest 0.14 documents `ssc` (estimators: cluster G/(G − 1)·(n − 1)/(n − K), t with G − 1; two-way with the fewer clusters; hetero
 * n/(n − K), t with n − K; neweyWest and driscollKraay: periods as G, and no effect counts as nested).
 * @param clusters levels of each clustering, empty for iid and hetero
 */
export function smallSampleFactor(
  rule: SmallSample,
  variance: FixedEffectsOptions["variance"],
  n: number,
  slopes: number,
  effects: readonly FixedEffect[],
  clusters: readonly FixedEffect[],
): Factor {
  const counted = rule.coefficients ? slopes + absorbed(effects, rule.counting, variance === "cluster" ? clusters : []) : 0;
  const rowsLeft = n - counted;
  const iid = variance === "iid";
  const groups = clusters.reduce((least, { levels }) => Math.min(least, levels), n);
  let value = 1;
  if (rule.coefficients && !iid) value *= (n - 1) / rowsLeft;
  if (rule.clusters && !iid) value *= groups / (groups - 1);
  const df = clusters.length > 0 ? Math.max(1, groups - 1) : rowsLeft;
  return {
    value,
    rowsLeft,
    df: rule.clusters || rule.coefficients ? df : Number.POSITIVE_INFINITY,
  };
}
