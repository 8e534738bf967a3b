import { type Day, dateOf, dayOf, NO_DAY } from "./days.js";

/** A week of ISO 8601: it begins on Monday and belongs to the year that holds its Thursday. */
export interface IsoWeek {
  readonly year: number;
  /** 1 to 52 or 53. */
  readonly week: number;
}

/** The Monday on or before a day. 1970-01-01 was a Thursday. */
export function mondayOf(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** The week that holds a day. Source: ISO 8601:2004, 2.2.10. */
export function isoWeek(day: Day): IsoWeek {
  const thursday = mondayOf(day) + 3;
  const { year } = dateOf(thursday);
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

/** 53 where the year begins or ends on a Thursday, else 52. */
export function weeksInIsoYear(year: number): number {
  return isoWeek(dayOf(year, 12, 28)).week;
}

/** Monday of a week; `NO_DAY` if the year has no such week. */
export function mondayOfIsoWeek(year: number, week: number): Day {
  if (!(Number.isInteger(year) && Number.isInteger(week) && week >= 1 && week <= weeksInIsoYear(year))) return NO_DAY;
  return mondayOf(dayOf(year, 1, 4)) + 7 * (week - 1);
}
