import { fail } from "@kontrafakt/base";
import type { Effects, Fit } from "../effects-value.js";
import { messages } from "../messages.js";
import type { InferenceOptions } from "../options/inference-options.js";
import { rowProduct } from "../row-product.js";
import type { InferenceChoice } from "./inference-value.js";
import { jackknife } from "./jackknife.js";
import { oneTreatedCluster } from "./one-treated-cluster.js";

/**
 * The fit with the covariance that was asked for. CR0: the influence by cluster, without a factor; CR1: times G/(G − 1); both with t of G − 1 degrees of
 * freedom. CR3: the cluster jackknife. CR2: what the estimator does by itself, where that is CR2. Mean outcomes (`withLevels`) follow; under CR3 they
 * keep their own influence, so that only the effects' rows are the jackknife's. Where one cluster holds all treated there is no covariance
 * (`oneTreatedCluster`) but the CR0 that was asked for.
 * @param compat the name of a package whose standard errors were asked for as well, or none
 * @param large the same fit without small-sample factors
 * @throws KontrafaktError where another package's figures are asked for too, or CR2 of an estimator that has none
 */
export function withCovariance<F extends Fit>(
  fit: F,
  { covariance }: Pick<InferenceOptions, "covariance">,
  compat: string,
  large: () => Fit,
): F {
  const option = "inference.covariance";
  if (covariance !== "auto" && compat !== "none") fail("effects/covariance-compat", { option }, { covariance, compat }, messages);
  const known = oneTreatedCluster(fit, compat !== "none" || covariance === "CR0");
  if (covariance === "auto" || known.effects.inference?.covariance === "none") return known;
  if (covariance === "CR2") {
    const { inference } = fit.effects;
    if (inference?.covariance !== "CR2")
      return fail("effects/no-cr2", { option }, { estimator: fit.effects.estimator }, messages);
    const asked = (effects: Effects): Effects => ({ ...effects, inference: { ...inference, reason: "asked" } });
    return { ...fit, effects: asked(fit.effects), ...(fit.withLevels && { withLevels: () => asked(fit.withLevels!()) }) };
  }
  if (covariance === "CR3") {
    const effects = jackknife(fit);
    return { ...fit, effects, ...(fit.withLevels && { withLevels: () => levelsBeside(effects, fit.withLevels!()) }) };
  }
  const raw = large();
  const scaled = (effects: Effects) => counted(effects, covariance, fit.effects.inference);
  const own = scaled(raw.effects);
  const effects = { ...own, estimate: fit.effects.estimate, estimator: fit.effects.estimator, problems: known.effects.problems };
  return {
    ...fit,
    effects,
    ...(raw.withLevels && { withLevels: () => ({ ...scaled(raw.withLevels!()), problems: effects.problems }) }),
  };
}

/** Effects without a factor, times G/(G − 1) if asked, with G − 1 degrees of freedom for whatever is made of them. */
function counted(effects: Effects, covariance: "CR0" | "CR1", choice?: InferenceChoice): Effects {
  const { clusters: G, basis } = effects;
  const f = covariance === "CR1" ? G / (G - 1) : 1;
  const times = (values: Float64Array, by: number) => (by === 1 ? values : values.map((v) => by * v));
  const root = Math.sqrt(f);
  const inference: InferenceChoice = { by: [], clusters: G, ...choice, covariance, degrees: "clusters", reason: "asked" };
  const common = {
    ...effects,
    covariance: times(effects.covariance, f),
    df: new Float64Array(effects.terms.length).fill(G - 1),
    inference,
  };
  if (basis.kind === "influence") {
    const { degrees: _degrees, modelled: _modelled, working: _working, shares, ...rest } = basis;
    return {
      ...common,
      basis: {
        ...rest,
        rows: times(basis.rows, root),
        stratum: new Int32Array(basis.atoms),
        degrees: Float64Array.of(G - 1),
        whole: true,
        ...(shares && { shares: { ...shares, rows: times(shares.rows, root) } }),
      },
    };
  }
  if (basis.kind === "moments" && basis.shares) {
    const { shares } = basis;
    const scaled = { ...shares, covariance: times(shares.covariance, f), cross: times(shares.cross, f) };
    return { ...common, basis: { kind: "moments", shares: scaled } };
  }
  return common;
}

/** The jackknife's rows for the effects, beside the influence of their treated means. */
function levelsBeside(effects: Effects, levels: Effects): Effects {
  const K = effects.terms.length;
  const W = levels.terms.length;
  const joint = (covariance: Float64Array): Float64Array => {
    for (let j = 0; j < K; j++) for (let k = 0; k < K; k++) covariance[j * W + k] = effects.covariance[j * K + k];
    for (let k = 0; k < W; k++) {
      if (!Number.isNaN(k < K ? effects.covariance[k * K + k] : levels.covariance[k * W + k])) continue;
      for (let j = 0; j < W; j++) {
        covariance[j * W + k] = Number.NaN;
        covariance[k * W + j] = Number.NaN;
      }
    }
    return covariance;
  };
  const df = levels.df.map((v, k) => (k < K ? effects.df[k] : v));
  const common = { ...levels, df, inference: effects.inference, problems: effects.problems };
  if (effects.basis.kind !== "influence" || levels.basis.kind !== "influence")
    return { ...common, covariance: joint(levels.covariance.slice()) };
  const { atoms } = effects.basis;
  const rows = levels.basis.rows.slice();
  for (let a = 0; a < atoms; a++) rows.set(effects.basis.rows.subarray(a * K, (a + 1) * K), a * W);
  const { modelled } = levels.basis;
  const basis = { ...effects.basis, rows, ...(modelled && { modelled }) };
  return { ...common, covariance: joint(rowProduct(rows, atoms, W)), basis };
}
