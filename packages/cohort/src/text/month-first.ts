import { dayOf, fail, NO_DAY } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { DateForm } from "./parse-day.js";

/** A cell that can only be read with the month first. */
export interface MonthFirst {
  readonly line: number;
  readonly column: string;
  readonly text: string;
}

const parts = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/;

/** Whether a text that is no date with the day first is one with the month first, such as 02/28/2021. */
export function isMonthFirst(text: string): boolean {
  const match = parts.exec(text);
  return match !== null && dayOf(Number(match[4]), Number(match[1]), Number(match[3])) !== NO_DAY;
}

/**
 * Refuses a file where at least three dates, and one in fifty rows, make sense only with the month first: the others would be read
 * with day and month swapped, without a word. Nothing is refused where the study says how dates are written.
 */
export function refuseMonthFirst(file: string, rows: number, found: readonly MonthFirst[], declared: DateForm | undefined): void {
  if (declared !== undefined || found.length < 3 || found.length * 50 < rows) return;
  const [first] = found;
  const where = { file, row: first.line, column: first.column };
  fail("cohort/month-first", where, { found: first.text, count: found.length }, messages);
}
