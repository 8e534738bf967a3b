/** What is wrong with a planted row, in words that do not depend on how a reader names its codes. */
export interface Fault {
  readonly file: string;
  /** Line in the file, the header being 1. */
  readonly row: number;
  readonly column: string;
  readonly reason: FaultReason;
  /** listed: the row must not be used · noted: used, with a remark · used: harmless, but must be handled as plain text. */
  readonly expect: "listed" | "noted" | "used";
}

export type FaultReason =
  | "duplicate person"
  | "birth date missing"
  | "birth date in the future"
  | "start before referral"
  | "start before the window"
  | "never of eligible age"
  | "markup in an identifier"
  | "formula in a label"
  | "duplicate row"
  | "unknown person"
  | "from after to"
  | "impossible date"
  | "start of spell missing"
  | "odd case and spaces"
  | "unknown service"
  | "price is not a number"
  | "negative price"
  | "ends after the extract"
  | "begins after the extract"
  | "spaces around an identifier"
  | "too few fields"
  | "empty line"
  | "totals row"
  | "paid by another municipality"
  | "overlapping residence"
  | "not a number"
  | "negative value"
  | "more days than the period has";

/** One line of a file, and what is wrong with it if something was planted. */
export interface Line {
  cells: string[];
  fault?: Omit<Fault, "file" | "row">;
}

/** A planted line. */
export function planted(cells: string[], reason: FaultReason, expect: Fault["expect"], column: string): Line {
  return { cells, fault: { column, reason, expect } };
}

/** Spoils one cell of a line that is there. */
export function spoil(line: Line, at: number, text: string, reason: FaultReason, expect: Fault["expect"], column: string): void {
  line.cells[at] = text;
  line.fault = { column, reason, expect };
}

/** The faults of a file's lines with their row numbers. */
export function faultsOf(file: string, lines: readonly Line[]): Fault[] {
  return lines.flatMap((line, k) => (line.fault ? [{ file, row: k + 2, ...line.fault }] : []));
}
