import type { Panel } from "@kontrafakt/cohort";

/** Indices of the periods with ordinals from..to: [first, one past the last]. */
export function periodRange(ordinals: Int32Array, from: number, to: number): [number, number] {
  let first = 0;
  while (first < ordinals.length && ordinals[first] < from) first++;
  let end = first;
  while (end < ordinals.length && ordinals[end] <= to) end++;
  return [first, end];
}

/** Mean of one unit's values over the periods first..end−1 that are observed and not missing; NaN if none is. */
export function windowMean(panel: Panel, values: Float64Array, unit: number, [first, end]: readonly [number, number]): number {
  const offset = unit * panel.periods.ordinals.length;
  let total = 0;
  let n = 0;
  for (let t = offset + first; t < offset + end; t++) {
    if (panel.observed[t] === 0 || Number.isNaN(values[t])) continue;
    total += values[t];
    n++;
  }
  return total / n;
}
