import type { WaveDesign } from "./wave-design.js";

/**
 * Whether the treated role may be moved within sets: had nobody been changed by the programme, anyone of a set could as well have been the
 * treated. That is so of matched sets and strata, in which all controls weigh the same, and all treated; not of weights, which say that
 * people of a set were not equally likely to start.
 */
export function permutableDesign({ sets, setStart, members, role, weight, estimation }: WaveDesign): boolean {
  if (estimation) return false;
  for (let s = 0; s < sets; s++) {
    const first = [Number.NaN, Number.NaN];
    for (let m = setStart[s]; m < setStart[s + 1]; m++) {
      const r = members[m];
      const arm = role[r];
      if (Number.isNaN(first[arm])) first[arm] = weight[r];
      else if (Math.abs(weight[r] - first[arm]) > 1e-9 * first[arm]) return false;
    }
  }
  return true;
}
