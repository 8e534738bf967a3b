import { fail, type Problem, problem } from "@kontrafakt/base";
import { chiSquaredCdf, fCdf, wald } from "@kontrafakt/numerics";
import { combine } from "../combine.js";
import type { Effects, Term } from "../effects-value.js";
import { jointDegreesOfFreedom } from "../joint-degrees-of-freedom.js";
import { messages } from "../messages.js";

export interface WaldPretest {
  readonly kind: "wald-pretest";
  /** W = θ'V⁻θ over the cells (or leads) before the start that have a variance. */
  readonly statistic: number;
  /** Restrictions tested. */
  readonly df: number;
  /** What is compared with F on `df` and `df2` degrees of freedom; W / df where `df2` is Infinity. */
  readonly f: number;
  readonly df2: number;
  readonly p: number;
}

/**
 * Joint test that all cells before the start are 0, for one outcome of `attGt`; of leads, where the estimator has these (`imputation` with
 * `preTrends`). Compared with χ² where the effects are on normal quantiles (compat: did); with F of W/df where the covariance is of
 * independent rows; else F = (ν − p + 1)/(νp) · W on p and ν − p + 1 degrees of freedom (Hotelling), ν by `jointDegreesOfFreedom`.
 * `test` is null, and a problem says why, where there is no such cell, or where the restrictions are as many as the clusters or more than the
 * degrees of freedom. Periods of anticipation count as before the start: take those terms out first.
 * @throws KontrafaktError for event times that the model was fitted to (`twoStage` by event), which are no test of it
 */
export function waldPretest(
  effects: Effects,
  outcome: string,
): { readonly test: WaldPretest | null; readonly problems: readonly Problem[] } {
  const K = effects.terms.length;
  const isBefore = (t: Term) => t.outcome === outcome && t.scale === "difference" && t.event! < 0;
  // Leads, where the estimator has them as terms of their own; else cells.
  if (effects.terms.some((t) => isBefore(t) && t.fitted)) fail("effects/pretest-fitted", {}, { outcome }, messages);
  const kind = effects.terms.some((t) => t.kind === "event" && isBefore(t)) ? "event" : "cell";
  const before = effects.terms.flatMap((t, k) =>
    t.kind === kind && isBefore(t) && effects.covariance[k * K + k] > 0 ? [k] : [],
  );
  const p = before.length;
  if (p === 0) return { test: null, problems: [problem("effects/wald-none", "note", {}, { outcome })] };
  const weights = new Float64Array(p * K);
  before.forEach((k, r) => {
    weights[r * K + k] = 1;
  });
  const tested = combine(
    effects,
    weights,
    before.map((k) => effects.terms[k]),
  );
  const { statistic, rank } = wald({ estimate: tested.estimate, covariance: tested.covariance, k: p });
  const ofRows = effects.inference?.degrees === "rows";
  const nu = ofRows ? tested.df[0] : jointDegreesOfFreedom(tested);
  const df2 = ofRows ? nu : nu - rank + 1;
  if (p >= effects.clusters || !(df2 >= 1)) {
    const params = { outcome, restrictions: p, clusters: effects.clusters, df: Math.floor(nu * 10) / 10 };
    return { test: null, problems: [problem("effects/wald-too-many", "warning", {}, params)] };
  }
  const isNormal = nu === Number.POSITIVE_INFINITY;
  const f = isNormal || ofRows ? statistic / rank : (df2 / (nu * rank)) * statistic;
  const below = isNormal ? chiSquaredCdf(statistic, rank) : fCdf(f, rank, df2);
  return { test: { kind: "wald-pretest", statistic, df: rank, f, df2, p: 1 - below }, problems: [] };
}
