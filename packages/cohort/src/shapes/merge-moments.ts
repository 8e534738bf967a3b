import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { byCodeUnits } from "../text/by-code-units.js";
import { aboutMeans } from "./about-means.js";
import { shiftArm, variableTotals } from "./finish-arms.js";
import { type SumsShape, spread } from "./moment-sums.js";
import { type ClusterSums, type CohortMoments, type KnownCovariance, type MomentArm, variableCount } from "./moments.js";
import type { Sums } from "./sums.js";

/**
 * The moments of two groups of different units taken together, as if they had been summed at once (up to rounding); order does not
 * matter. Nobody may be in both.
 * @throws KontrafaktError where periods, outcomes or clusterings differ, or a cluster is in both: its sum would be two
 */
export function mergeMoments(a: CohortMoments, b: CohortMoments): CohortMoments {
  refuseDifferent(a, b);
  const V = variableCount(a);
  const strata = [...new Set([...a.strata, ...b.strata])].sort(byCodeUnits);
  const shift = commonShift(a, b);
  const mine = moved(a, shift, strata);
  const other = moved(b, shift, strata);
  const arms: MomentArm[] = [];
  const places = new Map<string, number>();
  for (const arm of [...mine.arms, ...other.arms]) {
    const key = `${arm.firstTreated}/${arm.stratum}`;
    const at = places.get(key);
    if (at === undefined) {
      places.set(key, arms.length);
      arms.push(arm);
    } else arms[at] = mergeArms(arms[at], arm, V);
  }
  const order = [...arms.keys()].sort((i, j) => arms[i].firstTreated - arms[j].firstTreated || arms[i].stratum - arms[j].stratum);
  const rank = new Int32Array(arms.length);
  order.forEach((i, r) => {
    rank[i] = r;
  });
  const placeOf = (arm: MomentArm) => rank[places.get(`${arm.firstTreated}/${arm.stratum}`) as number];
  const covariance = weaker(a.covariance, b.covariance);
  const correlation = widest(a, b);
  return aboutMeans({
    kind: "cohort-moments",
    source: a.source === b.source ? a.source : "cells",
    periods: a.periods,
    outcomes: a.outcomes,
    strata,
    shift,
    arms: order.map((i) => arms[i]),
    covariance,
    ...(covariance === "assumed" && correlation ? { correlation } : {}),
    ...(mine.clusters && other.clusters
      ? { clusters: mergeClusters(mine.clusters, other.clusters, mine.arms.map(placeOf), other.arms.map(placeOf)) }
      : {}),
    problems: [...a.problems, ...b.problems],
  });
}

function refuseDifferent(a: CohortMoments, b: CohortMoments): void {
  const about = (m: CohortMoments) => [
    ["periods", `${m.periods.unit} ${Array.from(m.periods.ordinals).join(" ")}`],
    ["outcomes", m.outcomes.map(({ name, unit }) => `${name} (${unit})`).join(", ")],
    ["clusterings", m.clusters?.name ?? "none"],
  ];
  const theirs = about(b);
  about(a).forEach(([what, own], i) => {
    if (own !== theirs[i][1]) fail("cohort/moments-differ", {}, { what, one: own, other: theirs[i][1] }, messages);
  });
  const labels = new Set(a.clusters?.labels);
  const both = (b.clusters?.labels ?? []).filter((label) => labels.has(label)).length;
  if (both > 0) fail("cohort/moments-cluster-spans", {}, { count: both, cluster: a.clusters?.name ?? "" }, messages);
}

/** Mean of each variable over both. */
function commonShift(a: CohortMoments, b: CohortMoments): Float64Array {
  const V = a.shift.length;
  const [one, two] = [variableTotals(a.arms, V), variableTotals(b.arms, V)];
  return a.shift.map((s, v) => {
    const sum = one.wy[v] + one.w[v] * s + (two.wy[v] + two.w[v] * b.shift[v]);
    const w = one.w[v] + two.w[v];
    return w > 0 ? sum / w : (s + b.shift[v]) / 2;
  });
}

function moved(m: CohortMoments, shift: Float64Array, strata: readonly string[]): Pick<CohortMoments, "arms" | "clusters"> {
  const delta = shift.map((s, v) => s - m.shift[v]);
  const rank = m.strata.map((label) => strata.indexOf(label));
  const V = shift.length;
  const { clusters } = m;
  return {
    arms: m.arms.map((arm) => ({ ...shiftArm(arm, delta), stratum: rank[arm.stratum] })),
    ...(clusters && { clusters: { ...clusters, wy: clusters.wy.map((value, i) => value - delta[i % V] * clusters.w[i]) } }),
  };
}

function mergeArms(a: MomentArm, b: MomentArm, V: number): MomentArm {
  const complete = a.complete && b.complete;
  const [one, two] = [sumsOf(a, V, complete), sumsOf(b, V, complete)];
  const add = (x: Float64Array, y: Float64Array) => x.map((value, i) => value + y[i]);
  return {
    firstTreated: a.firstTreated,
    stratum: a.stratum,
    units: a.units + b.units,
    complete,
    n: add(one.n, two.n),
    w: add(one.w, two.w),
    wy: add(one.wy, two.wy),
    nonZero: add(a.nonZero, b.nonZero),
    ...(a.products && b.products
      ? { products: { ww: add(one.ww, two.ww), wwy: add(one.wwy, two.wwy), wwyy: add(one.wwyy, two.wwyy) } }
      : {}),
  };
}

function sumsOf(arm: MomentArm, V: number, complete: boolean): Sums {
  const none = new Float64Array(0);
  const { n, w, wy, products } = arm;
  const sums: Sums = { n, w, wy, ww: products?.ww ?? none, wwy: products?.wwy ?? none, wwyy: products?.wwyy ?? none };
  const shape: SumsShape = { arms: 1, variables: V, products: products !== undefined };
  return arm.complete && !complete ? spread(sums, shape) : sums;
}

function mergeClusters(a: ClusterSums, b: ClusterSums, armsOfA: readonly number[], armsOfB: readonly number[]): ClusterSums {
  const joined = (x: Float64Array, y: Float64Array) => {
    const out = new Float64Array(x.length + y.length);
    out.set(x);
    out.set(y, x.length);
    return out;
  };
  const all = [...a.labels, ...b.labels];
  const labels = [...all].sort(byCodeUnits);
  const rank = new Map(labels.map((label, i) => [label, i]));
  const V = a.cluster.length > 0 ? a.n.length / a.cluster.length : b.n.length / b.cluster.length;
  const ranked = ({ cluster, labels: own }: ClusterSums) => Array.from(cluster, (c) => rank.get(own[c]) as number);
  const cluster = [...ranked(a), ...ranked(b)];
  const arm = [...[...a.arm].map((k) => armsOfA[k]), ...[...b.arm].map((k) => armsOfB[k])];
  const order = [...cluster.keys()].sort((i, j) => cluster[i] - cluster[j] || arm[i] - arm[j]);
  const pick = (values: Float64Array) => {
    const out = new Float64Array(values.length);
    order.forEach((r, k) => {
      out.set(values.subarray(r * V, (r + 1) * V), k * V);
    });
    return out;
  };
  return {
    name: a.name,
    labels,
    cluster: Int32Array.from(order, (r) => cluster[r]),
    arm: Int32Array.from(order, (r) => arm[r]),
    n: pick(joined(a.n, b.n)),
    w: pick(joined(a.w, b.w)),
    wy: pick(joined(a.wy, b.wy)),
  };
}

const strength: readonly KnownCovariance[] = ["given", "assumed", "conservative"];

function weaker(a: KnownCovariance, b: KnownCovariance): KnownCovariance {
  return strength[Math.max(strength.indexOf(a), strength.indexOf(b))];
}

function widest(a: CohortMoments, b: CohortMoments): readonly [number, number] | undefined {
  const ranges = [a.correlation, b.correlation].filter((range) => range !== undefined);
  if (ranges.length === 0) return undefined;
  return [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
}
