import type { Measure, Panel } from "@kontrafakt/cohort";

/** Position of each period ordinal. */
export function periodIndex(ordinals: Int32Array): ReadonlyMap<number, number> {
  return new Map(Array.from(ordinals, (ordinal, index) => [ordinal, index]));
}

/** Mean of a unit's outcome over those ordinals from..to that are observed; NaN if none is. */
export function windowMean(
  panel: Panel,
  measure: Measure,
  index: ReadonlyMap<number, number>,
  unit: number,
  from: number,
  to: number,
): number {
  const periods = panel.periods.ordinals.length;
  let sum = 0;
  let n = 0;
  for (let ordinal = from; ordinal <= to; ordinal++) {
    const t = index.get(ordinal);
    if (t === undefined || panel.observed[unit * periods + t] !== 1) continue;
    const y = measure.values[unit * periods + t];
    if (Number.isNaN(y)) continue;
    sum += y;
    n++;
  }
  return n === 0 ? Number.NaN : sum / n;
}
