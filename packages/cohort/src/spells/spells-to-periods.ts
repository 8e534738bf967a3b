import type { Day } from "@kontrafakt/base";
import { groupRows } from "./group-rows.js";

/** Spells, one a row; `to` is the last day and counts. A row with `unit` or `outcome` −1 is passed over. */
export interface Spells {
  readonly unit: Int32Array;
  readonly outcome: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Periods that follow one another without a gap: period t holds the days `starts[t]` to `starts[t + 1] − 1`. */
export type PeriodStarts = Int32Array;

/**
 * Days covered by at least one spell, by outcome, unit and period (unit-major). Overlapping spells of one outcome count a day once.
 * O(spells log + units × periods × outcomes); order of the rows does not matter.
 */
export function spellsToPeriods(spells: Spells, units: number, outcomes: number, starts: PeriodStarts): Float64Array[] {
  const periods = starts.length - 1;
  const days = Array.from({ length: outcomes }, () => new Float64Array(units * periods));
  const group = (i: number) => (spells.unit[i] < 0 || spells.outcome[i] < 0 ? -1 : spells.outcome[i] * units + spells.unit[i]);
  const { first, order } = groupRows(spells.unit.length, units * outcomes, group);
  const low = starts[0];
  const high = starts[periods] - 1;
  const periodOf = periodOfEachDay(starts);
  for (let g = 0; g < units * outcomes; g++) {
    if (first[g] === first[g + 1]) continue;
    const out = days[Math.floor(g / units)];
    const row = (g % units) * periods;
    const rows = order.subarray(first[g], first[g + 1]);
    if (rows.length > 1) rows.sort((a, b) => spells.from[a] - spells.from[b] || a - b);
    let next: Day = low;
    for (const i of rows) {
      const from = Math.max(spells.from[i], next);
      const to = Math.min(spells.to[i], high);
      if (from > to) continue;
      addDays(out, row, from, to, starts, periodOf[from - low]);
      next = to + 1;
    }
  }
  return days;
}

function addDays(out: Float64Array, row: number, from: Day, to: Day, starts: PeriodStarts, period: number): void {
  let at = from;
  for (let t = period; at <= to; t++) {
    const end = Math.min(to, starts[t + 1] - 1);
    out[row + t] += end - at + 1;
    at = end + 1;
  }
}

/** Period of each day of the window, from its first day. */
export function periodOfEachDay(starts: PeriodStarts): Int32Array {
  const periods = starts.length - 1;
  const of = new Int32Array(starts[periods] - starts[0]);
  for (let t = 0; t < periods; t++) of.fill(t, starts[t] - starts[0], starts[t + 1] - starts[0]);
  return of;
}
