import { type Day, dateOf, dayOf } from "./days.js";

/** `ordinal` counts whatever the data count (years, rounds); the others count from year 0. */
export type PeriodUnit = "month" | "quarter" | "year" | "ordinal";

export interface Periods {
  readonly unit: PeriodUnit;
  /** Strictly increasing; gaps are allowed. */
  readonly ordinals: Int32Array;
}

const perYear = { month: 12, quarter: 4, year: 1 } as const;

/** How many periods make a year; an ordinal period is taken as a year. */
export function periodsPerYear(unit: PeriodUnit): number {
  return unit === "ordinal" ? 1 : perYear[unit];
}

/** Ordinal of the period that holds a day: quarter q of year y is 4y + q − 1. */
export function periodOfDay(day: Day, unit: Exclude<PeriodUnit, "ordinal">): number {
  const { year, month } = dateOf(day);
  const n = perYear[unit];
  return year * n + Math.floor(((month - 1) * n) / 12);
}

/** First day of a period. The period ends the day before the first day of the next. */
export function firstDayOfPeriod(ordinal: number, unit: Exclude<PeriodUnit, "ordinal">): Day {
  const n = perYear[unit];
  const year = Math.floor(ordinal / n);
  return dayOf(year, ((ordinal - year * n) * 12) / n + 1, 1);
}

/** Calendar year of a period; an ordinal period is taken as a year. */
export function yearOfPeriod(ordinal: number, unit: PeriodUnit): number {
  return unit === "ordinal" ? ordinal : Math.floor(ordinal / perYear[unit]);
}

/** `2021Q3`, `2021-07`, `2021`, or the ordinal. */
export function periodLabel(ordinal: number, unit: PeriodUnit): string {
  if (unit === "ordinal" || unit === "year") return String(ordinal);
  const n = perYear[unit];
  const year = Math.floor(ordinal / n);
  const within = ordinal - year * n + 1;
  return unit === "quarter" ? `${year}Q${within}` : `${year}-${String(within).padStart(2, "0")}`;
}
