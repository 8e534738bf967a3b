import { type CohortMoments, pairSums, variableCount } from "@kontrafakt/cohort";

/** Of each arm and variable (arms × variables): units, their weight, and their weighted mean less the shift; NaN where nobody has it. */
export interface ArmMeans {
  readonly variables: number;
  readonly n: Float64Array;
  readonly w: Float64Array;
  readonly mean: Float64Array;
}

export function armMeans(m: CohortMoments): ArmMeans {
  const V = variableCount(m);
  const n = new Float64Array(m.arms.length * V);
  const w = new Float64Array(n.length);
  const mean = new Float64Array(n.length);
  m.arms.forEach((arm, a) => {
    for (let v = 0; v < V; v++) {
      const own = pairSums(arm, V, v, v);
      n[a * V + v] = own.n;
      w[a * V + v] = own.w;
      mean[a * V + v] = own.w > 0 ? own.wyV / own.w : Number.NaN;
    }
  });
  return { variables: V, n, w, mean };
}

/** The same with each cluster counting `weights` times, 0 = left out. */
export function reweightedMeans(m: CohortMoments, weights: Float64Array): ArmMeans {
  const V = variableCount(m);
  const n = new Float64Array(m.arms.length * V);
  const w = new Float64Array(n.length);
  const mean = new Float64Array(n.length);
  if (m.clusters) {
    const { cluster, arm } = m.clusters;
    for (let r = 0; r < arm.length; r++) {
      const weight = weights[cluster[r]];
      if (!(weight > 0)) continue;
      for (let v = 0, at = arm[r] * V, from = r * V; v < V; v++, at++, from++) {
        n[at] += m.clusters.n[from];
        w[at] += weight * m.clusters.w[from];
        mean[at] += weight * m.clusters.wy[from];
      }
    }
  }
  return { variables: V, n, w, mean: mean.map((sum, at) => (w[at] > 0 ? sum / w[at] : Number.NaN)) };
}
