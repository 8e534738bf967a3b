import type { Day } from "@kontrafakt/base";
import type { SpellUnion } from "./spell-union.js";
import type { PeriodStarts, SpellMeasure } from "./spells.js";

/** Counts one measure of the unit whose spells are in the union, into the periods from `row` on. */
export function spellCounter(
  { count, money }: SpellMeasure,
  { stretches, pieces }: SpellUnion,
  out: Float64Array,
  starts: PeriodStarts,
): (row: number) => void {
  const low = starts[0];
  const high = starts[starts.length - 1] - 1;
  const periodOf = periodOfEachDay(starts);
  if (count === "started" || count === "ended") {
    const days = count === "started" ? stretches.from : stretches.to;
    return (row) => {
      for (let k = 0; k < stretches.count; k++) {
        const day = days[k];
        if (day < low || day > high || (count === "ended" && stretches.open[k] === 1)) continue;
        out[row + periodOf[day - low]]++;
      }
    };
  }
  if (count === "count" || count === "any") {
    return (row) => {
      for (let k = 0; k < stretches.count; k++) {
        const from = Math.max(stretches.from[k], low);
        const to = Math.min(stretches.to[k], high);
        if (from > to) continue;
        const last = row + periodOf[to - low];
        for (let c = row + periodOf[from - low]; c <= last; c++) out[c] = count === "any" ? 1 : out[c] + 1;
      }
    };
  }
  const addDays = (row: number, first: Day, last: Day, rate: number) => {
    let at = Math.max(first, low);
    const to = Math.min(last, high);
    if (at > to) return;
    for (let t = periodOf[at - low]; at <= to; t++) {
      const next = starts[t + 1];
      out[row + t] += rate * (Math.min(to + 1, next) - at);
      at = next;
    }
  };
  if (count !== "amount" || money === undefined) {
    return (row) => {
      for (let k = 0; k < stretches.count; k++) addDays(row, stretches.from[k], stretches.to[k], 1);
    };
  }
  const { rate, lump, on } = money;
  return (row) => {
    for (let k = 0; k < pieces.count; k++) {
      const i = pieces.row[k];
      if (rate[i] !== 0) addDays(row, pieces.from[k], pieces.to[k], rate[i]);
      if (lump[i] !== 0 && on[i] >= low && on[i] <= high) out[row + periodOf[on[i] - low]] += lump[i];
    }
  };
}

/** Period of each day of the window, from its first day. */
function periodOfEachDay(starts: PeriodStarts): Int32Array {
  const periods = starts.length - 1;
  const of = new Int32Array(starts[periods] - starts[0]);
  for (let t = 0; t < periods; t++) of.fill(t, starts[t] - starts[0], starts[t + 1] - starts[0]);
  return of;
}
