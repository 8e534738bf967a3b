import type { Periods, Problem } from "@kontrafakt/base";

/**
 * What is known of the products of different periods: `given` (from persons, or a covariance file), `assumed` (a declared range of
 * correlation), or `conservative` (nothing: every correlation is possible).
 */
export type KnownCovariance = "given" | "assumed" | "conservative";

/** Weighted products of pairs of variables. `ww` counts squared weights, so that variances of weighted means are exact. */
export interface MomentProducts {
  /** Σw²; as long as `MomentArm.n`. */
  readonly ww: Float64Array;
  /** Σw²y; as long as `MomentArm.wy`. */
  readonly wwy: Float64Array;
  /** Σw²yy', packed: the pair of v ≥ u at v(v + 1)/2 + u. NaN where not known. */
  readonly wwyy: Float64Array;
}

/**
 * Sums over the units of one treatment cohort in one stratum, y less the shift of its variable.
 *
 * Where `complete`, every unit has every variable: `n` and `w` hold one number, `wy` one a variable. Else `n` and `w` are packed over
 * pairs of variables and count the units that have both, and `wy[v * V + u]` sums y of v over them; without products (cluster sums
 * stand in their place) they hold one number a variable. Read them through `pairSums`.
 */
export interface MomentArm {
  /** Period ordinal of first treatment, `ALWAYS` or `NEVER`. */
  readonly firstTreated: number;
  /** Index into `strata`. */
  readonly stratum: number;
  readonly units: number;
  readonly complete: boolean;
  readonly n: Float64Array;
  readonly w: Float64Array;
  readonly wy: Float64Array;
  /** Units whose value is not 0, by variable; NaN where not known. */
  readonly nonZero: Float64Array;
  readonly products?: MomentProducts;
}

/** Sums by cluster and arm, rows × variables; a cluster with units of several arms has a row in each. */
export interface ClusterSums {
  readonly name: string;
  readonly labels: readonly string[];
  /** Index into `labels` and into `arms` of each row. */
  readonly cluster: Int32Array;
  readonly arm: Int32Array;
  readonly n: Float64Array;
  readonly w: Float64Array;
  readonly wy: Float64Array;
}

/**
 * All that an estimator without continuous covariates needs of the data, whatever the number of people: sums and products by treatment
 * cohort and stratum. Variable v = k × periods + t is outcome k in period t. Values are shifted by `shift[v]`, the weighted mean of the
 * variable over everyone, so that products of large values lose no digits; sums of several places are brought to a common shift
 * when they are merged.
 */
export interface CohortMoments {
  readonly kind: "cohort-moments";
  readonly source: "panel" | "cross-sections" | "cells";
  readonly periods: Periods;
  readonly outcomes: readonly { readonly name: string; readonly unit: string }[];
  /** "" where there are none. */
  readonly strata: readonly string[];
  readonly shift: Float64Array;
  /** By cohort, then stratum. */
  readonly arms: readonly MomentArm[];
  readonly covariance: KnownCovariance;
  /** Where assumed: smallest and largest correlation of a group's means in two periods. */
  readonly correlation?: readonly [number, number];
  readonly clusters?: ClusterSums;
  readonly problems: readonly Problem[];
}

/** Place of a pair in packed products. */
export function packedAt(v: number, u: number): number {
  return v >= u ? (v * (v + 1)) / 2 + u : (u * (u + 1)) / 2 + v;
}

/** Sums over the units that have both of two variables. */
export interface PairSums {
  readonly n: number;
  readonly w: number;
  readonly wyV: number;
  readonly wyU: number;
  readonly ww: number;
  readonly wwyV: number;
  readonly wwyU: number;
  readonly wwyy: number;
}

/** @param variables number of variables of the moments. Without products only a variable with itself is known; the rest is NaN. */
export function pairSums(arm: MomentArm, variables: number, v: number, u: number): PairSums {
  const { n, w, wy, products, complete } = arm;
  const at = packedAt(v, u);
  const single = products === undefined && !complete;
  const unknown = single && v !== u;
  const count = complete ? 0 : single ? v : at;
  const own = complete || single ? v : v * variables + u;
  const other = complete || single ? u : u * variables + v;
  const of = (values: Float64Array | undefined, i: number) => (unknown || values === undefined ? Number.NaN : values[i]);
  return {
    n: of(n, count),
    w: of(w, count),
    wyV: of(wy, own),
    wyU: of(wy, other),
    ww: of(products?.ww, count),
    wwyV: of(products?.wwy, own),
    wwyU: of(products?.wwy, other),
    wwyy: of(products?.wwyy, at),
  };
}

/** Number of variables: outcomes × periods. */
export function variableCount(m: Pick<CohortMoments, "outcomes" | "periods">): number {
  return m.outcomes.length * m.periods.ordinals.length;
}
