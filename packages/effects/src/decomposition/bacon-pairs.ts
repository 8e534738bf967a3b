import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import type { BaconComparison, BaconParts, BaconType } from "./bacon-value.js";
import type { BalancedGroups } from "./balanced-groups.js";
import { groupPaths } from "./group-paths.js";

/** Every pair of groups, and of two that start the earlier beside the later and the later beside the earlier. */
export function baconPairs(panel: Panel, groups: BalancedGroups, values: Float64Array): BaconParts {
  const T = panel.periods.ordinals.length;
  const { start, from, units, mass } = groups;
  const path = groupPaths(values, T, groups);
  const G = start.length;
  const mean = (k: number, first: number, last: number) => {
    let sum = 0;
    for (let t = first; t < last; t++) sum += path[k * T + t];
    return sum / (last - first);
  };
  /** Group k, treated from `at` within [first, last), less group l, whose treatment does not change then. */
  const difference = (k: number, l: number, first: number, at: number, last: number) =>
    mean(k, at, last) - mean(k, first, at) - (mean(l, at, last) - mean(l, first, at));
  const found: (BaconComparison & { variance: number })[] = [];
  const add = (k: number, l: number, type: BaconType, first: number, at: number, last: number) => {
    // ((n_k + n_l) × share of periods)² n_kl (1 − n_kl) D̄ (1 − D̄) of the sub-panel.
    const variance = mass[k] * mass[l] * (at - first) * (last - at);
    const estimate = difference(k, l, first, at, last);
    const sizes = { treatedUnits: units[k], controlUnits: units[l] };
    found.push({ treated: start[k], control: start[l], type, weight: 0, estimate, ...sizes, variance });
  };
  for (let k = 0; k < G; k++) {
    if (start[k] === ALWAYS || start[k] === NEVER) continue;
    for (let l = 0; l < G; l++) {
      if (l === k) continue;
      if (start[l] === NEVER) add(k, l, "treated-untreated", 0, from[k], T);
      else if (start[l] === ALWAYS) add(k, l, "treated-always", 0, from[k], T);
      else if (l > k) add(k, l, "earlier-later", 0, from[k], from[l]);
      else add(k, l, "later-earlier", from[l], from[k], T);
    }
  }
  const all = found.reduce((sum, c) => sum + c.variance, 0);
  const comparisons = found.map(({ variance, ...c }) => ({ ...c, weight: variance / all }));
  return { comparisons, estimate: twoWayOfGroups(groups, path, T), dropped: [] };
}

/** Two-way fixed effects from the groups' paths: treatment less its unit and period means is the same within a group. */
function twoWayOfGroups({ from, mass }: BalancedGroups, path: Float64Array, T: number): number {
  const all = mass.reduce((a, b) => a + b, 0);
  const atPeriod = new Float64Array(T);
  let overall = 0;
  from.forEach((first, k) => {
    for (let t = first; t < T; t++) atPeriod[t] += mass[k] / all;
    overall += (mass[k] / all) * ((T - first) / T);
  });
  let product = 0;
  let square = 0;
  from.forEach((first, k) => {
    for (let t = 0; t < T; t++) {
      const d = (t >= first ? 1 : 0) - (T - first) / T - atPeriod[t] + overall;
      product += mass[k] * d * path[k * T + t];
      square += mass[k] * d * d;
    }
  });
  return product / square;
}
