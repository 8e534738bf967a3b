import { combine } from "./combine.js";
import type { Effects, Term } from "./effects-value.js";
import { events } from "./events.js";
import { mean } from "./mean.js";
import { wholeTerm } from "./total.js";

export interface AveragesOptions {
  /** simple: all cells from the start on · event: each event time · group: each group, from its start on · calendar: each period, those treated then. */
  readonly by: "simple" | "event" | "group" | "calendar";
}

/**
 * Averages of one outcome's cells, each cell weighing its treated person-periods. The weights are taken as given (these people), as in Sun &
 * Abraham's package and unlike `aggregate`, whose weights are estimated. Cells that were not estimated make the averages they are in NaN.
 */
export function averages(effects: Effects, outcome: string, { by }: AveragesOptions): Effects {
  if (by === "event") return events(effects, outcome);
  if (by === "simple") return mean(effects, outcome);
  const cells = effects.terms.flatMap((t, k) => (t.kind === "cell" && t.outcome === outcome && t.event! >= 0 ? [k] : []));
  const key = by === "group" ? "group" : "time";
  const values = [...new Set(cells.map((k) => effects.terms[k][key]!))].sort((a, b) => a - b);
  const K = effects.terms.length;
  const weights = new Float64Array(values.length * K);
  const terms = values.map((value, r): Term => {
    const members = cells.filter((k) => effects.terms[k][key] === value);
    const own = members.map((k) => effects.terms[k]);
    const personPeriods = own.reduce((sum, t) => sum + t.n, 0);
    for (const k of members) weights[r * K + k] = effects.terms[k].n / personPeriods;
    const { n, controls, unit, scale } = wholeTerm({ ...effects, terms: own }, outcome, "simple");
    return { outcome, unit, kind: by, scale, [key]: value, n, controls, personPeriods };
  });
  return combine(effects, weights, terms);
}
