import { type Day, dayOf, type PeriodUnit } from "@kontrafakt/base";

/** What a text about time names: `day` is a point, the others have a length. */
export type StretchUnit = "day" | "week" | "month" | "quarter" | "half" | "year" | "school";

/** Days that a text about time names; both ends count. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly unit: StretchUnit;
}

const months = { month: 1, quarter: 3, half: 6, year: 12, school: 12 } as const;

/** The months from the first of a month of a year: a month, quarter, half-year, year or school year. */
export function monthsFrom(year: number, month: number, unit: keyof typeof months): Stretch {
  const after = year * 12 + month - 1 + months[unit];
  const to = dayOf(Math.floor(after / 12), (after % 12) + 1, 1) - 1;
  return { from: dayOf(year, month, 1), to, unit };
}

/** Quarter 1–4 of a year. */
export function quarterOf(year: number, quarter: number): Stretch {
  return monthsFrom(year, 3 * quarter - 2, "quarter");
}

const length = { day: 0, week: 1, month: 2, quarter: 3, half: 4, year: 5, school: 5, ordinal: 0 } as const;

/** Whether a text's unit is longer than a period of the study, and so cannot lie within one; a school year never does. */
export function longerThan(unit: StretchUnit, period: PeriodUnit): boolean {
  return unit === "school" || length[unit] > length[period];
}

/** Whether several such texts may fall into one period of the study. */
export function finerThan(unit: StretchUnit, period: PeriodUnit): boolean {
  return length[unit] < length[period];
}
