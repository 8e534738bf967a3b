import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";

/** One starter of a cell: wave, period and person, as ordinals and the panel's index. */
export interface AnalysedQuarter {
  readonly outcome: string;
  readonly wave: number;
  readonly time: number;
  readonly unit: number;
}

/**
 * Every quarter of every starter that a total adds up, told from the files' panel and the matched sets alone: the starter has a value
 * then and in all base quarters, and so has at least one of the set's controls.
 */
export function analysedQuarters(panel: Panel, comparison: Comparison, baseWindow: number): AnalysedQuarter[] {
  const { ordinals } = panel.periods;
  const T = ordinals.length;
  const sets = new Map<number, { starter: number; wave: number; controls: number[] }>();
  comparison.unit.forEach((unit, r) => {
    const of = sets.get(comparison.set[r]) ?? { starter: -1, wave: comparison.wave[r], controls: [] };
    if (comparison.role[r] === 1) of.starter = unit;
    else of.controls.push(unit);
    sets.set(comparison.set[r], of);
  });
  const found: AnalysedQuarter[] = [];
  for (const { name, values } of panel.measures) {
    const has = (unit: number, t: number) => panel.observed[unit * T + t] === 1 && !Number.isNaN(values[unit * T + t]);
    for (const { starter, wave, controls } of sets.values()) {
      const first = wave - ordinals[0];
      const base = Array.from({ length: baseWindow }, (_, b) => first - comparison.anticipation - 1 - b);
      const counts = (unit: number, t: number) => has(unit, t) && base.some((b) => has(unit, b));
      for (let t = first; t < T; t++) {
        if (counts(starter, t) && controls.some((unit) => counts(unit, t)))
          found.push({ outcome: name, wave, time: ordinals[t], unit: starter });
      }
    }
  }
  return found;
}
