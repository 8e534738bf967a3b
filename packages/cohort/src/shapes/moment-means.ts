import { type CohortMoments, type MomentArm, pairSums, variableCount } from "./moments.js";

/** Weighted mean of each variable in each arm, arms × variables; NaN where nobody has it. */
export function momentMeans(m: CohortMoments): Float64Array {
  const V = variableCount(m);
  const out = new Float64Array(m.arms.length * V);
  m.arms.forEach((arm, a) => {
    for (let v = 0; v < V; v++) out[a * V + v] = m.shift[v] + shiftedMean(arm, V, v);
  });
  return out;
}

function shiftedMean(arm: MomentArm, V: number, v: number): number {
  const { w, wyV } = pairSums(arm, V, v, v);
  return w > 0 ? wyV / w : Number.NaN;
}

/**
 * Covariance of the means of two arms, variables × variables: Σw²(y_v − m_v)(y_u − m_u) / (W_v W_u) over the units that have both, or the
 * same over sums by cluster. No small-sample factor. 0 between arms without clusters; NaN where a mean or the products are not known.
 */
export function meansCovariance(m: CohortMoments, a: number, b: number): Float64Array {
  const V = variableCount(m);
  const out = new Float64Array(V * V);
  if (m.clusters !== undefined) clusterCovariance(m, a, b, out);
  if (m.clusters !== undefined || a !== b) {
    const unknown = (which: number, v: number) => Number.isNaN(shiftedMean(m.arms[which], V, v));
    for (let v = 0; v < V; v++) for (let u = 0; u < V; u++) if (unknown(a, v) || unknown(b, u)) out[v * V + u] = Number.NaN;
    return out;
  }
  const arm = m.arms[a];
  const means = Array.from({ length: V }, (_, v) => shiftedMean(arm, V, v));
  const weights = Array.from({ length: V }, (_, v) => pairSums(arm, V, v, v).w);
  for (let v = 0; v < V; v++) {
    for (let u = 0; u <= v; u++) {
      const { ww, wwyV, wwyU, wwyy } = pairSums(arm, V, v, u);
      const sum = wwyy - means[v] * wwyU - means[u] * wwyV + means[v] * means[u] * ww;
      out[v * V + u] = sum / (weights[v] * weights[u]);
      out[u * V + v] = out[v * V + u];
    }
  }
  return out;
}

function clusterCovariance(m: CohortMoments, a: number, b: number, out: Float64Array): void {
  const V = variableCount(m);
  const { cluster, arm, w, wy } = m.clusters as NonNullable<CohortMoments["clusters"]>;
  const scores = (which: number) => {
    const own = m.arms[which];
    const found = new Map<number, Float64Array>();
    for (let r = 0; r < arm.length; r++) {
      if (arm[r] !== which) continue;
      const score = new Float64Array(V);
      for (let v = 0; v < V; v++) {
        const total = pairSums(own, V, v, v).w;
        score[v] = (wy[r * V + v] - shiftedMean(own, V, v) * w[r * V + v]) / total;
      }
      found.set(cluster[r], score);
    }
    return found;
  };
  const first = scores(a);
  const second = a === b ? first : scores(b);
  for (const [c, x] of first) {
    const y = second.get(c);
    if (y === undefined) continue;
    for (let v = 0; v < V; v++) for (let u = 0; u < V; u++) out[v * V + u] += x[v] * y[u];
  }
}

/**
 * Smallest and largest variance of a weighted sum of the arms' means. Where products are given the two are one; where a range of
 * correlation between the means of a group in two periods is assumed, every correlation lies somewhere in it (between outcomes
 * anywhere from −1 to 1); where nothing is known, anywhere from −1 to 1.
 * @param weights arms × variables
 */
export function contrastVariance(m: CohortMoments, weights: Float64Array): { readonly low: number; readonly high: number } {
  const V = variableCount(m);
  const T = m.periods.ordinals.length;
  const [low, high] = m.covariance === "assumed" && m.correlation ? m.correlation : [-1, 1];
  const total = { low: 0, high: 0 };
  for (let a = 0; a < m.arms.length; a++) {
    for (let b = 0; b <= a; b++) {
      if (a !== b && m.clusters === undefined) continue;
      const covariance = meansCovariance(m, a, b);
      const twice = a === b ? 1 : 2;
      for (let v = 0; v < V; v++) {
        for (let u = 0; u < V; u++) {
          const c = weights[a * V + v] * weights[b * V + u];
          if (c === 0) continue;
          const known = covariance[v * V + u];
          const spread = Number.isNaN(known) ? Math.sqrt(covariance[v * V + v] * covariance[u * V + u]) : 0;
          const range = Math.floor(v / T) === Math.floor(u / T) ? [low, high] : [-1, 1];
          const ends = Number.isNaN(known) ? range.map((r) => c * r * spread) : [c * known, c * known];
          total.low += twice * Math.min(...ends);
          total.high += twice * Math.max(...ends);
        }
      }
    }
  }
  return { low: Math.max(0, total.low), high: total.high };
}
