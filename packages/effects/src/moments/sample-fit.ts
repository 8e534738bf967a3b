import type { PeriodUnit, Problem } from "@kontrafakt/base";
import { NEVER } from "@kontrafakt/cohort";
import type { AttGtCell } from "../att-gt/att-gt-cells.js";
import type { Fit, SampleUse } from "../effects-value.js";
import type { ArmMeans } from "./arm-means.js";
import { momentFit } from "./moment-fit.js";
import type { MomentSample } from "./moment-sample.js";
import { sampleMoments } from "./sample-moments.js";

export interface SampleFitInput {
  readonly sample: MomentSample;
  readonly cells: readonly AttGtCell[];
  /** Periods of the measures, and their unit. */
  readonly stride: number;
  readonly unit: PeriodUnit;
  /** What the sample's clusters are called. */
  readonly cluster?: string;
  readonly control: "never" | "notYet";
  readonly compat: "none" | "did";
  readonly estimator: string;
  readonly use: SampleUse;
  readonly problems: readonly Problem[];
}

/**
 * `attGt` without covariates on units that have every outcome in every period: one pass for sums and products by cohort, and everything
 * from them. `refit` passes over the units again, for sums alone.
 */
export function sampleFit({
  sample,
  cells,
  stride,
  unit,
  cluster,
  control,
  compat,
  estimator,
  use,
  problems,
}: SampleFitInput): Fit {
  const found = sampleMoments(sample, stride, unit);
  const moments = cluster && found.clusters ? { ...found, clusters: { ...found.clusters, name: cluster } } : found;
  const group = Int32Array.from(moments.arms, (arm) => arm.firstTreated);
  const design = {
    moments,
    group,
    groups: group.filter((g) => g !== NEVER),
    periods: sample.periods,
    outcomes: moments.outcomes.map((_, k) => k),
    cells,
    control,
    compat,
  };
  const reweighted = (weights: Float64Array) => unitMeans(sample, stride, group, moments.shift, weights);
  return momentFit(design, { estimator, use, problems, ...(moments.clusters ? {} : { reweighted }) });
}

function unitMeans(
  { n, unit, group, periods, outcomes, w, atom }: MomentSample,
  stride: number,
  arms: Int32Array,
  shift: Float64Array,
  weights: Float64Array,
): ArmMeans {
  const T = periods.length;
  const V = shift.length;
  const place = new Map(Array.from(arms, (g, a) => [g, a]));
  const count = new Float64Array(arms.length * V);
  const weight = new Float64Array(count.length);
  const sum = new Float64Array(count.length);
  for (let i = 0; i < n; i++) {
    const own = w[i] * weights[atom[i]];
    if (!(own > 0)) continue;
    const at = (place.get(group[i]) as number) * V;
    for (let k = 0, v = 0; k < outcomes.length; k++) {
      const y = outcomes[k].measure.values;
      for (let t = 0, from = unit[i] * stride; t < T; t++, v++, from++) {
        count[at + v]++;
        weight[at + v] += own;
        sum[at + v] += own * (y[from] - shift[v]);
      }
    }
  }
  return { variables: V, n: count, w: weight, mean: sum.map((s, v) => (weight[v] > 0 ? s / weight[v] : Number.NaN)) };
}
