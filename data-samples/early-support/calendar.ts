import { firstDayOfPeriod } from "@kontrafakt/base";

/** Ordinal of 2017Q1, the first quarter of the study window. */
export const FIRST = 2017 * 4;
/** Quarters of the window, 2017Q1 to 2024Q4. */
export const QUARTERS = 32;
/** Quarters simulated before the window, so that it opens in a steady state. */
export const BURN_IN = 12;
/** Quarters simulated in all: the burn-in, the window and 2025Q1. */
export const SIMULATED = BURN_IN + QUARTERS + 1;

/** First day of each simulated quarter and of the one after the last. */
const starts = Int32Array.from({ length: SIMULATED + 1 }, (_, s) => firstDayOfPeriod(FIRST - BURN_IN + s, "quarter"));

/** First day of the quarter t, counted from the first of the window (negative in the burn-in, up to QUARTERS + 1). */
export function quarterStart(t: number): number {
  return starts[t + BURN_IN];
}

/** Days in quarter t. */
export function quarterLength(t: number): number {
  return starts[t + BURN_IN + 1] - starts[t + BURN_IN];
}

/** The quarter, counted from the first of the window, that holds a day. */
export function quarterOf(day: number): number {
  let t = Math.floor((day - starts[0]) / 91.3125);
  while (t > 0 && starts[t] > day) t--;
  while (t < SIMULATED && starts[t + 1] <= day) t++;
  return t - BURN_IN;
}
