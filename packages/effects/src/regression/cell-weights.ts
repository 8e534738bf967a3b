import type { FirstColumn } from "./term-plan.js";

/**
 * Weight of the effect of each treated cell (group and period) in the coefficient of treatment: Σ w d̃ over its rows, divided by Σ w d̃ over all
 * treated rows, where d̃ is what fixed effects and covariates leave of treatment. They sum to 1.
 * Source: de Chaisemartin & D'Haultfœuille 2020, doi:10.1257/aer.20181169, Theorem 1.
 */
export function cellWeights({ sample, label, column, root }: FirstColumn, group: Int32Array, T: number): number[] {
  const { n, unit, time } = sample;
  const place = new Map<number, number>();
  for (const i of group) if (!place.has(i)) place.set(i, place.size);
  const sums = new Float64Array(place.size * T);
  const rows = new Int32Array(place.size * T);
  let all = 0;
  for (let r = 0, last = -1, at = 0; r < n; r++) {
    if (unit[r] !== last) {
      last = unit[r];
      at = place.get(group[last])! * T;
    }
    if (label[r] < 0) continue;
    const v = root ? root[r] * column[r] : column[r];
    sums[at + time[r]] += v;
    rows[at + time[r]]++;
    all += v;
  }
  return Array.from(sums.keys())
    .filter((c) => rows[c] > 0)
    .map((c) => sums[c] / all);
}
