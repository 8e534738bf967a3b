import type { PeriodUnit } from "@kontrafakt/base";
import type { CohortMoments } from "@kontrafakt/cohort";
import { byCohort } from "./by-cohort.js";
import type { MomentSample } from "./moment-sample.js";
import { clusterRows, emptyClusters, sumsByCluster } from "./sample-cluster-sums.js";
import { sumsAndProducts } from "./sample-products.js";

/** Units whose means are near enough to the level that products lose no digits. */
const SAMPLE = 1024;

/**
 * Sums and cross-products by cohort of a sample without gaps, over one pass: what `cohortMoments` gives, at once and for units chosen
 * already. With fewer clusters than units, sums by cluster stand in place of the products.
 * The shift is the mean of the first units. Units of weight 0 count in nothing.
 * @param stride periods of the measures
 * @param unit of the periods
 */
export function sampleMoments(sample: MomentSample, stride: number, unit: PeriodUnit): CohortMoments {
  const { n, periods, outcomes, atoms } = sample;
  const { cohorts, arm, count } = byCohort(sample.group, sample.w);
  const shift = firstMeans(sample, stride);
  const rows = atoms < n ? clusterRows(sample, arm, cohorts.length) : undefined;
  const clusters = rows && emptyClusters(rows, atoms, shift.length);
  const sums =
    rows && clusters
      ? sumsByCluster(sample, stride, shift, arm, count, rows.of, clusters)
      : sumsAndProducts(sample, stride, shift, arm, count);
  return {
    kind: "cohort-moments",
    source: "panel",
    periods: { unit, ordinals: periods.slice() },
    outcomes: outcomes.map(({ name, unit: measured }) => ({ name, unit: measured })),
    strata: [""],
    shift,
    arms: sums.map((own, a) => ({ firstTreated: cohorts[a], stratum: 0, units: count[a], complete: true, ...own })),
    covariance: "given",
    ...(clusters && { clusters }),
    problems: [],
  };
}

function firstMeans({ n, unit, outcomes, periods }: MomentSample, stride: number): Float64Array {
  const T = periods.length;
  const shift = new Float64Array(outcomes.length * T);
  const used = Math.min(n, SAMPLE);
  outcomes.forEach(({ measure: { values } }, k) => {
    for (let i = 0; i < used; i++) for (let t = 0; t < T; t++) shift[k * T + t] += values[unit[i] * stride + t] / used;
  });
  return shift;
}
