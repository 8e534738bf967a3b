import type { BalancedGroups } from "./balanced-groups.js";

/** groups × periods: weighted mean of each group's values less each unit's own mean over time. */
export function groupPaths(values: Float64Array, T: number, { of, weight, mass }: BalancedGroups): Float64Array {
  const path = new Float64Array(mass.length * T);
  for (let i = 0; i < of.length; i++) {
    if (of[i] < 0) continue;
    let mean = 0;
    for (let t = 0; t < T; t++) mean += values[i * T + t];
    mean /= T;
    for (let t = 0; t < T; t++) path[of[i] * T + t] += weight[i] * (values[i * T + t] - mean);
  }
  for (let at = 0; at < path.length; at++) path[at] /= mass[Math.floor(at / T)];
  return path;
}
