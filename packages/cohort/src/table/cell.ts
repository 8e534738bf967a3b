import type { Day } from "@kontrafakt/base";

/** A cell that a file stores as a date. */
export interface DayCell {
  readonly day: Day;
}

/** A cell that holds the error of a formula, such as #N/A. */
export interface ErrorCell {
  readonly error: string;
}

/** What a cell of a typed file holds. Whole numbers too large for a double come as their digits or as bigint. */
export type Cell = string | number | bigint | boolean | null | undefined | DayCell | ErrorCell;

/** A cell as text: a number as the digits that give it back, a day as yyyy-mm-dd. */
export function cellText(cell: Cell, isoFromDay: (day: Day) => string): string {
  if (typeof cell === "string") return cell;
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "object") return String(cell);
  return "day" in cell ? isoFromDay(cell.day) : cell.error;
}
