import { chiSquaredCdf, fCdf, wald } from "@kontrafakt/numerics";
import type { Effects } from "./effects-value.js";

export interface WaldPretest {
  readonly kind: "wald-pretest";
  /** W = θ'V⁻θ over the cells before the start that have a variance. */
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Joint test that all cells before the start are 0, for one outcome of `attGt`. Compared with χ² where the effects are on normal
 * quantiles (compat: did), else W/df with F on the clusters' degrees of freedom. Null where there is no such cell, or where the
 * clusters are no more than the restrictions.
 */
export function waldPretest(effects: Effects, outcome: string): WaldPretest | null {
  const K = effects.terms.length;
  const before = effects.terms.flatMap((t, k) =>
    t.kind === "cell" && t.outcome === outcome && t.event! < 0 && effects.covariance[k * K + k] > 0 ? [k] : [],
  );
  const p = before.length;
  if (p === 0 || p >= effects.clusters) return null;
  const covariance = new Float64Array(p * p);
  before.forEach((j, a) => {
    before.forEach((k, b) => {
      covariance[a * p + b] = effects.covariance[j * K + k];
    });
  });
  const { statistic, rank } = wald({ estimate: Float64Array.from(before, (k) => effects.estimate[k]), covariance, k: p });
  const df = effects.df[before[0]];
  const below = df === Number.POSITIVE_INFINITY ? chiSquaredCdf(statistic, rank) : fCdf(statistic / rank, rank, df);
  return { kind: "wald-pretest", statistic, df: rank, p: 1 - below };
}
