import { runEnd } from "./run-end.js";
import type { FirstColumn } from "./term-plan.js";

/**
 * Weight of the effect of each treated cell (group and period) in the coefficient of treatment: Σ w d̃ over its rows, divided by Σ w d̃ over all
 * treated rows, where d̃ is what fixed effects and covariates leave of treatment. They sum to 1.
 * @param group of each unit, numbered from 0
 * Source: de Chaisemartin & D'Haultfœuille 2020, doi:10.1257/aer.20181169, Theorem 1.
 */
export function cellWeights({ sample, label, column, root }: FirstColumn, group: Int32Array, T: number): number[] {
  const { n, unit, time } = sample;
  const groups = group.reduce((most, g) => Math.max(most, g + 1), 0);
  const sums = new Float64Array(groups * T);
  const treated = new Uint8Array(groups * T);
  for (let r = 0; r < n; ) {
    const from = r;
    r = runEnd(unit, from);
    const at = group[unit[from]] * T;
    for (let s = from; s < r; s++) {
      if (label[s] < 0) continue;
      sums[at + time[s]] += root ? root[s] * column[s] : column[s];
      treated[at + time[s]] = 1;
    }
  }
  const all = sums.reduce((sum, v) => sum + v, 0);
  return Array.from(sums.keys())
    .filter((c) => treated[c] === 1)
    .map((c) => sums[c] / all);
}
