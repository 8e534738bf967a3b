import type { Day } from "@kontrafakt/base";

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
  const { first, order } = groupSpells(spells, units, outcomes);
  const low = starts[0];
  const high = starts[periods] - 1;
  const periodOf = periodOfEachDay(starts);
  for (let group = 0; group < units * outcomes; group++) {
    const begin = first[group];
    const end = first[group + 1];
    if (begin === end) continue;
    const out = days[Math.floor(group / units)];
    const row = (group % units) * periods;
    const rows = order.subarray(begin, end);
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

/** Rows by outcome and unit: `order[first[g] … first[g + 1] − 1]` are those of group g = outcome × units + unit. */
function groupSpells(spells: Spells, units: number, outcomes: number): { first: Int32Array; order: Int32Array } {
  const n = spells.unit.length;
  const first = new Int32Array(units * outcomes + 1);
  const group = (i: number) => (spells.unit[i] < 0 || spells.outcome[i] < 0 ? -1 : spells.outcome[i] * units + spells.unit[i]);
  for (let i = 0; i < n; i++) {
    const g = group(i);
    if (g >= 0) first[g + 1]++;
  }
  for (let g = 0; g < units * outcomes; g++) first[g + 1] += first[g];
  const order = new Int32Array(first[units * outcomes]);
  const next = first.slice(0, -1);
  for (let i = 0; i < n; i++) {
    const g = group(i);
    if (g >= 0) order[next[g]++] = i;
  }
  return { first, order };
}

/** Period of each day of the window, from its first day. */
export function periodOfEachDay(starts: PeriodStarts): Int32Array {
  const periods = starts.length - 1;
  const of = new Int32Array(starts[periods] - starts[0]);
  for (let t = 0; t < periods; t++) of.fill(t, starts[t] - starts[0], starts[t + 1] - starts[0]);
  return of;
}
