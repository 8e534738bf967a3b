import type { ClusterSums } from "@kontrafakt/cohort";
import type { MomentSample } from "./moment-sample.js";
import type { ArmSums } from "./sample-products.js";

export interface ClusterRows {
  /** Row of each unit: a cluster within a cohort. */
  readonly of: Int32Array;
  readonly cluster: readonly number[];
  readonly arm: readonly number[];
}

export function clusterRows({ atom, atoms }: MomentSample, armOf: Int32Array, arms: number): ClusterRows {
  const of = new Int32Array(atom.length).fill(-1);
  const cluster: number[] = [];
  const arm: number[] = [];
  const seen = new Int32Array(atoms * arms).fill(-1);
  for (let i = 0; i < of.length; i++) {
    if (armOf[i] < 0) continue;
    const key = atom[i] * arms + armOf[i];
    if (seen[key] < 0) {
      seen[key] = cluster.length;
      cluster.push(atom[i]);
      arm.push(armOf[i]);
    }
    of[i] = seen[key];
  }
  return { of, cluster, arm };
}

export function emptyClusters({ cluster, arm }: ClusterRows, atoms: number, V: number): ClusterSums {
  const room = cluster.length * V;
  return {
    name: "cluster",
    labels: Array.from({ length: atoms }, (_, c) => String(c)),
    cluster: Int32Array.from(cluster),
    arm: Int32Array.from(arm),
    n: new Float64Array(room),
    w: new Float64Array(room),
    wy: new Float64Array(room),
  };
}

/** Sums by cluster within cohort, written into `into`, and those of the cohorts. */
export function sumsByCluster(
  { n, unit, outcomes, periods, w }: MomentSample,
  stride: number,
  shift: Float64Array,
  arm: Int32Array,
  count: Float64Array,
  row: Int32Array,
  into: ClusterSums,
): ArmSums[] {
  const T = periods.length;
  const V = shift.length;
  const sums = Array.from(count, (own) => ({
    n: Float64Array.of(own),
    w: new Float64Array(1),
    wy: new Float64Array(V),
    nonZero: new Float64Array(V).fill(Number.NaN),
  }));
  for (let i = 0; i < n; i++) {
    if (arm[i] < 0) continue;
    const { w: weight, wy } = sums[arm[i]];
    const at = row[i] * V;
    for (let k = 0, v = 0; k < outcomes.length; k++) {
      const y = outcomes[k].measure.values;
      for (let t = 0, from = unit[i] * stride; t < T; t++, v++, from++) {
        const z = w[i] * (y[from] - shift[v]);
        into.n[at + v]++;
        into.w[at + v] += w[i];
        into.wy[at + v] += z;
        wy[v] += z;
      }
    }
    weight[0] += w[i];
  }
  return sums;
}
