import type { PlannedStarters } from "./plan-value.js";

/** People who have started, on average over a year: those of the year itself count with the part of it that is left. */
export function startersSoFar(starters: readonly PlannedStarters[], year: number, firstYear: number): number {
  let sum = 0;
  for (const wave of starters) if (wave.year <= year) sum += wave.starters * (wave.year === year ? firstYear : 1);
  return sum;
}
