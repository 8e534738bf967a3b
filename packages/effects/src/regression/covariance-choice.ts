import { fail } from "@kontrafakt/base";
import { absorbed } from "../fixed-effects/absorbed.js";
import type { InferenceChoice } from "../inference/inference-value.js";
import { messages } from "../messages.js";
import type { FixedEffectsOptions } from "../options/fixed-effects-options.js";
import type { ClusterCovariance } from "./cluster-leverage.js";
import type { RegressionSample } from "./regression-sample.js";
import { type Factor, type SmallSample, smallSampleFactor, smallSampleOf } from "./small-sample.js";

/** Which covariance a regression is to have. */
export interface AskedCovariance {
  /** From the leverage of clusters; absent where factors for small samples rule. */
  readonly byCluster?: ClusterCovariance;
  readonly asked: boolean;
  readonly rule: SmallSample;
  /** The part of the answer that is known before the data are. */
  readonly choice: Pick<InferenceChoice, "covariance" | "degrees" | "by" | "reason">;
}

/** @throws KontrafaktError where options contradict one another, or there is no such covariance */
export function covarianceChoice(options: FixedEffectsOptions): AskedCovariance {
  const { variance, cluster, compat } = options;
  const { covariance } = options.inference;
  const asked = covariance !== "auto";
  const where = { option: "inference.covariance" };
  if (asked && compat !== "none") fail("effects/covariance-compat", where, { covariance, compat }, messages);
  if (asked && variance !== "cluster") fail("effects/covariance-not-clustered", where, { covariance, variance }, messages);
  if (cluster.length > 1 && (covariance === "CR2" || covariance === "CR3"))
    fail("effects/covariance-two-way", where, { covariance, by: cluster.join(", ") }, messages);
  const rule = smallSampleOf(compat);
  if (variance !== "cluster") {
    const degrees = compat === "large" ? "normal" : variance === "iid" || variance === "hetero" ? "rows" : "clusters";
    const by = variance === "iid" || variance === "hetero" ? [] : ["period"];
    return { asked, rule, choice: { covariance: variance, degrees, by, reason: "asked" } };
  }
  const by = [...cluster];
  if (compat === "large") return { asked, rule, choice: { covariance: "CR0", degrees: "normal", by, reason: "compat" } };
  if (compat === "fixest") return { asked, rule, choice: { covariance: "CR1", degrees: "clusters", by, reason: "compat" } };
  if (cluster.length > 1) {
    const two = { ...rule, ...(asked && { coefficients: false, clusters: covariance === "CR1" }) };
    const name = covariance === "CR0" ? "CR0" : "CR1";
    return { asked, rule: two, choice: { covariance: name, degrees: "clusters", by, reason: asked ? "asked" : "least-squares" } };
  }
  const byCluster = covariance === "auto" ? "CR2" : covariance;
  return {
    byCluster,
    asked,
    rule: { ...rule, coefficients: false, clusters: byCluster === "CR1" },
    choice: { covariance: byCluster, degrees: "bellMcCaffrey", by, reason: asked ? "asked" : "least-squares" },
  };
}

/** How it was made, once it is known whether clusters were too many for all coefficients at once. */
export function inferenceOf(
  { choice, asked }: AskedCovariance,
  large: boolean | undefined,
  clusters: number,
  arms: { readonly treatedClusters: number; readonly largestShare: number },
  variance: FixedEffectsOptions["variance"],
): InferenceChoice {
  const { treatedClusters, largestShare } = arms;
  return {
    ...choice,
    ...(large && !asked && { reason: "least-squares-large" as const }),
    clusters,
    ...(variance === "cluster" && { treatedClusters, largestShare }),
  };
}

/** What the covariance of one outcome is multiplied by, rows left, and degrees of freedom where terms have none of their own. */
export function regressionFactor(
  { rule, byCluster, choice }: AskedCovariance,
  { variance }: FixedEffectsOptions,
  { n, effects, clusters }: RegressionSample,
  slopes: number,
): Factor {
  const factor = smallSampleFactor(rule, variance, n, slopes, effects, clusters);
  const groups = clusters.reduce((least, { levels }) => Math.min(least, levels), n);
  const df = choice.degrees === "clusters" || byCluster ? Math.max(1, groups - 1) : factor.df;
  if (!byCluster) return { ...factor, df };
  const rowsLeft = n - slopes - absorbed(effects, rule.counting, clusters);
  const value = byCluster === "CR3" ? (groups - 1) / groups : factor.value;
  return { value: groups < 2 ? Number.NaN : value, rowsLeft, df };
}
