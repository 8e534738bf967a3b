import { type Context, fail, type Problem, problem } from "@kontrafakt/base";
import type { Effects, Fit, Influence } from "../effects-value.js";
import { messages } from "../messages.js";
import { rowProduct } from "../row-product.js";
import type { InferenceChoice } from "./inference-value.js";
import { clusterStrata, jackknifeDegrees } from "./jackknife-strata.js";
import { termNames } from "./term-names.js";

/** Most numbers of influence that effects carry along, as in `attGt`. */
const MOST_CARRIED = 4e6;
/** Most replicates times terms that are held (800 MB). */
const MOST_HELD = 1e8;
/** A part this small beside the largest is none: a figure fitted anew without a cluster that has no part in it differs by rounding. */
const ROUNDING = 1e-10;
/** Most clusters times rows where each cluster costs a fit of its own. */
const MOST_REFITTED = 2e9;

/**
 * The effects with the delete-one-cluster jackknife as covariance: CV3 of MacKinnon, Nielsen & Webb 2023, V = (G − 1)/G Σ_g (θ̂₍g₎ − θ̂)(θ̂₍g₎ −
 * θ̂)', centred at θ̂, not at the mean of the replicates (their CV3J). For least squares it is CR3 of Bell & McCaffrey 2002. By `fit.leaveOneOut`
 * where there is one, else by one `refit` a cluster.
 *
 * The basis has pseudo-influences √((G − 1)/G) (θ̂ − θ̂₍g₎) as rows, so that combinations, bands and aggregates follow; shares of groups keep their
 * influence. Degrees of freedom: Satterthwaite over arms. Strata are those of the effects, split into clusters with treated and without; each has one
 * less than its clusters with a part in the figure, or its `degrees`. Bell & McCaffrey's where the effects have them. Where nobody knows which
 * clusters are treated: G − 1, or those the effects had if fewer.
 *
 * A term that has no estimate without some cluster (two treated, one of them left out) takes the cluster's influence for that replicate, and a problem
 * says so; where it has none either (all the term's treated, or controls, stand in that cluster), the term loses its variance.
 * Source: MacKinnon, Nielsen & Webb 2023, doi:10.1002/jae.2969, (12) and (14).
 * @throws KontrafaktError with one cluster, or one treated; where atoms are a crossing of clusterings; or where it would take too long
 */
export function jackknife(fit: Fit, context: Pick<Context, "signal" | "progress"> = {}): Effects {
  const { effects } = fit;
  const K = effects.terms.length;
  const G = effects.clusters;
  const influence = effects.basis.kind === "influence" ? effects.basis : undefined;
  check(fit, influence);
  const left = fit.leaveOneOut?.() ?? replicates(fit, context);
  const scale = Math.sqrt((G - 1) / G);
  const stoodIn = new Int32Array(K);
  const blank = new Set<number>();
  for (let a = 0, c = 0; a < G; a++) {
    for (let k = 0; k < K; k++, c++) {
      const gone = Number.isNaN(left[c]);
      left[c] = gone ? 0 : scale * (effects.estimate[k] - left[c]);
      if (Number.isNaN(effects.estimate[k])) left[c] = 0;
      else if (gone && influence && influence.rows[c] !== 0) {
        left[c] = influence.rows[c];
        stoodIn[k]++;
      } else if (gone) blank.add(k);
    }
  }
  for (const k of blank) for (let c = k; c < left.length; c += K) left[c] = 0;
  const least = new Float64Array(K);
  left.forEach((v, c) => {
    least[c % K] = Math.max(least[c % K], ROUNDING * Math.abs(v));
  });
  left.forEach((v, c) => {
    if (Math.abs(v) <= least[c % K]) left[c] = 0;
  });
  const covariance = rowProduct(left, G, K);
  // What the estimator gives no variance (no estimate, or no spread to judge it by) has none here either.
  for (let k = 0; k < K; k++) if (blank.has(k) || Number.isNaN(effects.covariance[k * K + k])) blot(covariance, k, K);
  const strata = clusterStrata(effects);
  const treatedClusters = influence?.treated?.reduce((n, v) => n + v, 0);
  const choice: InferenceChoice = {
    by: [],
    ...effects.inference,
    covariance: "CR3",
    degrees: influence?.working || strata.modelled ? "bellMcCaffrey" : influence?.treated ? "arms" : "clusters",
    clusters: G,
    ...(treatedClusters !== undefined && { treatedClusters }),
    reason: "asked",
  };
  const { basis } = effects;
  return {
    ...effects,
    covariance,
    df: jackknifeDegrees(effects, left, strata),
    basis:
      influence || G * K <= MOST_CARRIED
        ? {
            kind: "influence",
            atoms: G,
            rows: left,
            ...strata,
            ...(influence?.working && { working: influence.working }),
            ...(influence?.shares && { shares: influence.shares }),
          }
        : basis,
    inference: choice,
    problems: [...effects.problems, ...told(effects, stoodIn, blank), ...weightsHeld(fit)],
  };
}

function check({ effects, leaveOneOut }: Fit, influence: Influence | undefined): void {
  const { clusters, terms, use } = effects;
  if (influence?.crossing) {
    const [first, second] = influence.crossing.names;
    fail("effects/jackknife-crossing", { option: "inference.covariance" }, { first, second }, messages);
  }
  const treated = influence?.treated?.reduce((n, v) => n + v, 0) ?? 2;
  if (clusters < 2 || treated < 2)
    fail("effects/jackknife-one-treated", {}, { clusters, treated: Math.min(treated, clusters) }, messages);
  const rows = use?.rows ?? clusters * terms.length;
  if (clusters * terms.length > MOST_HELD || (!leaveOneOut && clusters * rows > MOST_REFITTED))
    fail("effects/jackknife-too-large", { option: "inference" }, { clusters, terms: terms.length }, messages);
}

/** One fit a cluster: atoms × terms. */
function replicates({ effects, refit }: Fit, { signal, progress }: Pick<Context, "signal" | "progress">): Float64Array {
  const K = effects.terms.length;
  const total = effects.clusters;
  const out = new Float64Array(total * K);
  const weights = new Float64Array(total).fill(1);
  for (let a = 0; a < total; a++) {
    signal?.throwIfAborted();
    weights[a] = 0;
    out.set(refit(weights), a * K);
    weights[a] = 1;
    progress?.({ step: "jackknife", done: a + 1, total });
  }
  return out;
}

/** Says where `refit` holds weights that were estimated from the same people. */
export function weightsHeld({ matching }: Fit): Problem[] {
  return matching?.held ? [problem("effects/weights-held", "warning", {}, {})] : [];
}

function blot(covariance: Float64Array, k: number, K: number): void {
  for (let j = 0; j < K; j++) {
    covariance[k * K + j] = Number.NaN;
    covariance[j * K + k] = Number.NaN;
  }
}

function told({ terms }: Effects, stoodIn: Int32Array, blank: ReadonlySet<number>): Problem[] {
  const problems: Problem[] = [];
  for (const outcome of new Set(terms.map((t) => t.outcome))) {
    const own = [...terms.keys()].filter((k) => terms[k].outcome === outcome);
    const lost = own.filter((k) => blank.has(k));
    const kept = own.filter((k) => stoodIn[k] > 0 && !blank.has(k));
    if (lost.length > 0) {
      const params = { outcome, cells: lost.length, which: termNames(lost.map((k) => terms[k])) };
      problems.push(problem("effects/jackknife-no-value", "warning", {}, params));
    }
    if (kept.length > 0) {
      const clusters = kept.reduce((most, k) => Math.max(most, stoodIn[k]), 0);
      const params = { outcome, cells: kept.length, clusters, which: termNames(kept.map((k) => terms[k])) };
      problems.push(problem("effects/jackknife-stood-in", "note", {}, params));
    }
  }
  return problems;
}
