import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { periodIndex } from "./period-index.js";

/** Of one wave, by period. */
export interface RestMeans {
  readonly mean: Float64Array;
  /** How many of them have an outcome other than 0. */
  readonly notZero: Int32Array;
}

/**
 * waves × periods: mean outcome of those who were observed at time zero, had not started by the wave and have no weight in its
 * comparison, until their own referral. NaN where there is nobody.
 */
export function restMeans(panel: Panel, comparison: Comparison, outcome: string): RestMeans[] {
  const ordinals = panel.periods.ordinals;
  const T = ordinals.length;
  const index = periodIndex(ordinals);
  const values = panel.measures.find((m) => m.name === outcome)!.values;
  return Array.from(comparison.waves, (wave) => {
    const matched = new Uint8Array(panel.units);
    for (let r = 0; r < comparison.unit.length; r++)
      if (comparison.wave[r] === wave && comparison.weight[r] > 0) matched[comparison.unit[r]] = 1;
    const zero = index.get(wave - comparison.anticipation) ?? index.get(wave) ?? 0;
    const sum = new Float64Array(T);
    const n = new Int32Array(T);
    const notZero = new Int32Array(T);
    for (let i = 0; i < panel.units; i++) {
      if (matched[i] || panel.firstTreated[i] <= wave || panel.observed[i * T + zero] !== 1) continue;
      const until = panel.firstTreated[i] - comparison.anticipation;
      for (let t = 0; t < T && ordinals[t] < until; t++) {
        const y = values[i * T + t];
        if (panel.observed[i * T + t] !== 1 || Number.isNaN(y)) continue;
        sum[t] += y;
        n[t]++;
        if (y !== 0) notZero[t]++;
      }
    }
    return { mean: sum.map((s, t) => (n[t] > 0 ? s / n[t] : Number.NaN)), notZero };
  });
}
