import type { NearestPairs } from "./nearest-plan.js";

/**
 * Weights of rows after matching: 1 for a treated row with a control; a control has 1 / controls of the set, summed over the sets it is in, and
 * scaled so that controls' weights average 1; 0 for everybody else. For the effect on the treated, as in MatchIt.
 */
export function matchingWeights({ treated, controls }: NearestPairs, rows: number): Float64Array {
  const weights = new Float64Array(rows);
  const columns = treated.length > 0 ? controls.length / treated.length : 0;
  let total = 0;
  const distinct = new Set<number>();
  treated.forEach((row, a) => {
    const set = controls.subarray(a * columns, (a + 1) * columns).filter((c) => c >= 0);
    if (set.length === 0) return;
    weights[row] = 1;
    for (const c of set) {
      weights[c] += 1 / set.length;
      distinct.add(c);
    }
    total++;
  });
  for (const c of distinct) weights[c] *= distinct.size / total;
  return weights;
}
