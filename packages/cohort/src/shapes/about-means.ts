import { meanShift, shiftArm } from "./finish-arms.js";
import type { CohortMoments } from "./moments.js";

/** The same moments about the means of everyone. */
export function aboutMeans(m: CohortMoments): CohortMoments {
  const shift = meanShift(m);
  const delta = shift.map((s, v) => s - m.shift[v]);
  const { clusters } = m;
  const V = shift.length;
  return {
    ...m,
    shift,
    arms: m.arms.map((arm) => shiftArm(arm, delta)),
    ...(clusters && { clusters: { ...clusters, wy: clusters.wy.map((value, i) => value - delta[i % V] * clusters.w[i]) } }),
  };
}
