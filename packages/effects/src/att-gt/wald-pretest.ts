import { fail } from "@kontrafakt/base";
import { chiSquaredCdf, fCdf, wald } from "@kontrafakt/numerics";
import type { Effects, Term } from "../effects-value.js";
import { messages } from "../messages.js";

export interface WaldPretest {
  readonly kind: "wald-pretest";
  /** W = θ'V⁻θ over the cells (or leads) before the start that have a variance. */
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Joint test that all cells before the start are 0, for one outcome of `attGt`; of leads, where the estimator has these (`imputation` with
 * `preTrends`). Compared with χ² where the effects are on normal
 * quantiles (compat: did), else W/df with F on the clusters' degrees of freedom. Null where there is no such cell, or where the
 * clusters are no more than the restrictions. Periods of anticipation count as before the start: take those terms out first.
 * @throws KontrafaktError for event times that the model was fitted to (`twoStage` by event), which are no test of it
 */
export function waldPretest(effects: Effects, outcome: string): WaldPretest | null {
  const K = effects.terms.length;
  const isBefore = (t: Term) => t.outcome === outcome && t.scale === "difference" && t.event! < 0;
  // Leads, where the estimator has them as terms of their own; else cells.
  if (effects.terms.some((t) => isBefore(t) && t.fitted)) fail("effects/pretest-fitted", {}, { outcome }, messages);
  const kind = effects.terms.some((t) => t.kind === "event" && isBefore(t)) ? "event" : "cell";
  const before = effects.terms.flatMap((t, k) =>
    t.kind === kind && isBefore(t) && effects.covariance[k * K + k] > 0 ? [k] : [],
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
