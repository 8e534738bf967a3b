import { NEVER } from "@kontrafakt/cohort";

/** The cohorts that have anyone, ascending; that of each unit (−1 for a unit without weight), and their numbers of units. */
export function byCohort(group: Int32Array, w: Float64Array): { cohorts: number[]; arm: Int32Array; count: Float64Array } {
  let low = NEVER;
  let high = 0;
  for (let i = 0; i < group.length; i++) {
    if (group[i] < low) low = group[i];
    if (group[i] !== NEVER && group[i] > high) high = group[i];
  }
  // One place an ordinal, and the last for those never treated.
  const width = Math.max(0, high - low + 1);
  const arm = new Int32Array(group.length).fill(-1);
  const found = new Float64Array(width + 1);
  for (let i = 0; i < group.length; i++) {
    if (!(w[i] > 0)) continue;
    arm[i] = group[i] === NEVER ? width : group[i] - low;
    found[arm[i]]++;
  }
  const place = new Int32Array(width + 1);
  const cohorts: number[] = [];
  for (let g = 0; g <= width; g++) {
    place[g] = cohorts.length;
    if (found[g] > 0) cohorts.push(g === width ? NEVER : low + g);
  }
  for (let i = 0; i < arm.length; i++) if (arm[i] >= 0) arm[i] = place[arm[i]];
  return { cohorts, arm, count: found.filter((v) => v > 0) };
}
