import { byFirstDay, type Stretches } from "./observe.js";
import type { Courses } from "./programme-courses.js";
import { emptyIntervals, holdsDay, homeDays } from "./stay-intervals.js";

/**
 * Placements by who was responsible on their first day, as residence tells it. A placement that follows another without a day between
 * goes on under the same municipality. Where no stay holds the first day nothing is known, and the placement overrides nothing.
 */
export function placedStretches({ first, from, to }: Courses, stays: Stretches): Stretches {
  const units = first.length - 1;
  const rowsOf = byFirstDay(stays, units);
  const home = emptyIntervals();
  const stack: number[] = [];
  const kept: { unit: number; home: number; k: number }[] = [];
  for (let u = 0; u < units; u++) {
    if (first[u] === first[u + 1]) continue;
    const rows = rowsOf(u);
    homeDays(home, stays, rows, stack);
    for (let k = first[u]; k < first[u + 1]; k++) {
      if (!rows.some((i) => stays.from[i] <= from[k] && from[k] <= stays.to[i])) continue;
      kept.push({ unit: u, home: holdsDay(home, from[k]) ? 1 : 0, k });
    }
  }
  return {
    unit: Int32Array.from(kept, (p) => p.unit),
    home: Uint8Array.from(kept, (p) => p.home),
    from: Int32Array.from(kept, (p) => from[p.k]),
    to: Int32Array.from(kept, (p) => to[p.k]),
  };
}

/** What stands out in the stays of people, by row of `stays`. */
export interface Moves {
  /** Rows with which a person moved in or out within so many days of the first or the last day of a placement. */
  readonly nearPlacement: Int32Array;
  /** Rows that begin after days without any stay. */
  readonly afterGap: Int32Array;
}

/**
 * Moves in and out. A move is a stay that begins in the municipality or out of it where the one before was not, or one at home that
 * ends before the extract and is followed by none; its day is the first day of the new stay.
 */
export function moves(stays: Stretches, courses: Courses, within: number, extract: number): Moves {
  const units = courses.first.length - 1;
  const rowsOf = byFirstDay(stays, units);
  const nearPlacement: number[] = [];
  const afterGap: number[] = [];
  for (let u = 0; u < units; u++) {
    const rows = rowsOf(u);
    const isNear = (day: number) => {
      for (let k = courses.first[u]; k < courses.first[u + 1]; k++) {
        if (Math.abs(day - courses.from[k]) <= within || Math.abs(day - courses.to[k] - 1) <= within) return true;
      }
      return false;
    };
    let until = Number.NEGATIVE_INFINITY;
    rows.forEach((i, place) => {
      const follows = place > 0;
      if (follows && stays.from[i] > until + 1) afterGap.push(i);
      const moved = follows && stays.home[i] !== stays.home[rows[place - 1]];
      const isLast = place === rows.length - 1;
      const left = isLast && stays.home[i] === 1 && stays.to[i] < extract;
      if ((moved && isNear(stays.from[i])) || (left && isNear(stays.to[i] + 1))) nearPlacement.push(i);
      until = Math.max(until, stays.to[i]);
    });
  }
  return { nearPlacement: Int32Array.from(nearPlacement).sort(), afterGap: Int32Array.from(afterGap).sort() };
}
