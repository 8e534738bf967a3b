import type { Panel } from "@kontrafakt/cohort";
import type { RiskSet, Variable } from "./risk-set.js";
import { periodRange, windowMean } from "./window-mean.js";

/**
 * Means of outcomes over windows of periods before time zero, one value a row; NaN where none of the periods is observed.
 * Window [a, b] is the periods z − b .. z − a, with z the wave's start less anticipation.
 */
export function history(
  panel: Panel,
  rows: RiskSet,
  outcomes: readonly string[],
  windows: readonly (readonly [number, number])[],
  anticipation: number,
): Variable[] {
  const measures = panel.measures.filter((m) => outcomes.includes(m.name));
  return measures.flatMap((measure) =>
    windows.map(([from, to]) => {
      const ranges = Array.from(rows.waves, (g) =>
        periodRange(panel.periods.ordinals, g - anticipation - to, g - anticipation - from),
      );
      const values = Float64Array.from(rows.unit, (i, r) => windowMean(panel, measure.values, i, ranges[rows.wave[r]]));
      return { name: `${measure.name}[${from},${to}]`, values, outcome: measure.name, window: [from, to] as const };
    }),
  );
}
