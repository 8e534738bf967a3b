import { columnProduct } from "../column-product.js";
import { crossedLevels, type FixedEffect } from "../fixed-effects/fixed-effect.js";

/** Rows of a panel, unit-major, that scores stand on. */
export interface ScoreRows {
  readonly unit: Int32Array;
  /** Period ordinal of each row. */
  readonly ordinal: Int32Array;
}

/** Sums of each column over the rows of each level. */
export function sumsByLevel(columns: readonly Float64Array[], { of, levels }: FixedEffect): Float64Array[] {
  return columns.map((column) => {
    const sum = new Float64Array(levels);
    for (let r = 0; r < column.length; r++) sum[of[r]] += column[r];
    return sum;
  });
}

export function clusterMeat(columns: readonly Float64Array[], cluster: FixedEffect): Float64Array {
  return columnProduct(sumsByLevel(columns, cluster), cluster.levels);
}

/** By the first, by the second, less by both (Cameron, Gelbach & Miller 2011, doi:10.1198/jbes.2010.07136). May be indefinite. */
export function twoWayMeat(columns: readonly Float64Array[], a: FixedEffect, b: FixedEffect): Float64Array {
  const first = clusterMeat(columns, a);
  const second = clusterMeat(columns, b);
  const both = clusterMeat(columns, crossedLevels("both", a, b));
  return first.map((v, i) => v + second[i] - both[i]);
}

/** Products of a unit's scores up to `lags` periods apart, weighing 1 − l/(lags + 1) (Newey & West 1987, doi:10.2307/1913610). */
export function neweyWestMeat(columns: readonly Float64Array[], { unit, ordinal }: ScoreRows, lags: number): Float64Array {
  const k = columns.length;
  const n = unit.length;
  const meat = columnProduct(columns, n);
  for (let r = 0; r < n; r++) {
    for (let s = r + 1; s < n && unit[s] === unit[r] && ordinal[s] - ordinal[r] <= lags; s++) {
      const weight = 1 - (ordinal[s] - ordinal[r]) / (lags + 1);
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++) meat[i * k + j] += weight * (columns[i][r] * columns[j][s] + columns[i][s] * columns[j][r]);
      }
    }
  }
  return meat;
}

/**
 * Scores summed by period, then as Newey & West over periods (Driscoll & Kraay 1998, doi:10.1162/003465398557825).
 * @param periods levels in which rows are periods; `ordinals` says which
 */
export function driscollKraayMeat(
  columns: readonly Float64Array[],
  periods: FixedEffect,
  ordinals: Int32Array,
  lags: number,
): Float64Array {
  const order = Array.from({ length: periods.levels }, (_, t) => t).sort((a, b) => ordinals[a] - ordinals[b]);
  const sums = sumsByLevel(columns, periods).map((sum) => Float64Array.from(order, (t) => sum[t]));
  const rows = { unit: new Int32Array(periods.levels), ordinal: Int32Array.from(order, (t) => ordinals[t]) };
  return neweyWestMeat(sums, rows, lags);
}
