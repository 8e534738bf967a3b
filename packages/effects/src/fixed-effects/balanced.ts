import type { Absorber } from "./absorber.js";
import type { FixedEffect } from "./fixed-effect.js";

/**
 * Closed form where every pair of levels of the two effects is one row, rows in the order of the first, and weights the same over all rows
 * of a level of the first: x − x̄ of the row's level − x̄ of its period + x̄. Null where that is not so.
 */
export function balancedTwoWay(first: FixedEffect, second: FixedEffect, weight?: Float64Array): Absorber | null {
  const n = first.of.length;
  const T = second.levels;
  if (n !== first.levels * T) return null;
  for (let r = 0, i = 0; r < n; i++) {
    for (let t = 0; t < T; t++, r++) {
      if (first.of[r] !== i || second.of[r] !== t || (weight && weight[r] !== weight[i * T])) return null;
    }
  }
  let total = 0;
  for (let i = 0; i < first.levels; i++) total += weight ? weight[i * T] : 1;
  if (!(total > 0)) return null;
  const period = new Float64Array(T);
  return {
    method: "balanced",
    sweep(column) {
      sweep(column, period, total, weight);
      return true;
    },
  };
}

function sweep(column: Float64Array, period: Float64Array, total: number, weight: Float64Array | undefined): void {
  const T = period.length;
  const n = column.length;
  period.fill(0);
  for (let at = 0; at < n; at += T) {
    let mean = 0;
    for (let t = 0; t < T; t++) mean += column[at + t];
    mean /= T;
    const w = weight ? weight[at] : 1;
    for (let t = 0; t < T; t++) {
      const rest = column[at + t] - mean;
      column[at + t] = rest;
      period[t] += w * rest;
    }
  }
  for (let t = 0; t < T; t++) period[t] /= total;
  for (let at = 0; at < n; at += T) for (let t = 0; t < T; t++) column[at + t] -= period[t];
}
