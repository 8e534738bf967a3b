import type { Panel } from "@kontrafakt/cohort";

/** Observed rows with all values, of units with weight and at least two of them. */
export function usedRows(panel: Panel, weight: Float64Array, measures: readonly Float64Array[]): Uint8Array {
  const T = panel.periods.ordinals.length;
  const used = new Uint8Array(panel.units * T);
  for (let i = 0; i < panel.units; i++) {
    if (!(weight[i] > 0)) continue;
    let n = 0;
    for (let at = i * T; at < (i + 1) * T; at++) {
      if (panel.observed[at] !== 1 || measures.some((values) => Number.isNaN(values[at]))) continue;
      used[at] = 1;
      n++;
    }
    if (n < 2) used.fill(0, i * T, (i + 1) * T);
  }
  return used;
}
