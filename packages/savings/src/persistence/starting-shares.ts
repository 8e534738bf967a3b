import { type Periods, periodsPerYear, yearOfPeriod } from "@kontrafakt/base";
import type { Term } from "@kontrafakt/effects";

/**
 * With what weight each cell is in the level that persistence starts from: by outcome and wave the mean over the last year of the window (four
 * quarters, twelve months), or over as much of it as the wave has. 0 for cells before it. A sum over several periods counts as all of them.
 */
export function startingShares(cells: readonly Term[], { unit, ordinals }: Periods): Float64Array {
  const from = ordinals[ordinals.length - 1] - periodsPerYear(unit) + 1;
  const within = new Map<string, number>();
  const keys = cells.map(({ outcome, group }) => JSON.stringify([outcome, group]));
  const ends = new Map<string, number[]>();
  cells.forEach((term, i) => {
    ends.set(keys[i], [...(ends.get(keys[i]) ?? []), term.time as number]);
  });
  cells.forEach((term, i) => {
    if ((term.time as number) < from) return;
    within.set(keys[i], (within.get(keys[i]) ?? 0) + periodsOf(term, unit, ends.get(keys[i]) ?? []));
  });
  return Float64Array.from(cells, (term, i) => {
    const periods = within.get(keys[i]) ?? 0;
    return (term.time as number) < from || periods === 0 ? 0 : 1 / periods;
  });
}

/** Periods that a cell, or a sum over part of a wave's year, is made of; where nobody counted them, all since the sum before or the year's first. */
function periodsOf(term: Term, unit: Periods["unit"], ends: readonly number[]): number {
  if (term.kind === "cell") return 1;
  if (!Number.isNaN(term.personPeriods)) return term.personPeriods / term.n;
  const time = term.time as number;
  const before = Math.max(...ends.filter((end) => end < time), (term.group as number) - 1);
  const yearBegins = yearOfPeriod(time, unit) * periodsPerYear(unit);
  return time - Math.max(before, yearBegins - 1);
}
