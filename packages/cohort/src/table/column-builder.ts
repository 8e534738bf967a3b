import type { DayFormat } from "../text/parse-day.js";
import type { NumberFormat } from "../text/parse-number.js";
import type { Cell } from "./cell.js";
import type { Column } from "./table.js";

export type ColumnType = "category" | "text" | "number" | "day";

/** A growing typed column. What its parsers give is pushed once the whole row is known to be good. */
export interface ColumnBuilder {
  readonly missing: number;
  /** The value of a trimmed text, given as a piece of a longer one; `UNREADABLE` where it has none. */
  range(text: string, from: number, to: number): number;
  /** The value of a typed cell that is no text, `UNREADABLE` where it has none. */
  typed(cell: Exclude<Cell, string | null | undefined>): number;
  push(value: number): void;
  finish(): Column;
}

/** How the cells of the file being read are written, and what was met in it. */
export interface CellFormat extends NumberFormat, DayFormat {
  decimal: "," | ".";
  readonly formsSeen: Int32Array;
  readonly groupsSeen: Set<string>;
}
