import type { FileKind } from "../files/file-kind.js";

/** Codes into `levels`, in order of first appearance; −1 is missing. */
export interface CategoryColumn {
  readonly type: "category";
  readonly values: Int32Array;
  readonly levels: readonly string[];
  /** The levels are the study's, in its order: the first is the base, and some may have no row. */
  readonly declared?: true;
}

/** NaN is missing. */
export interface NumberColumn {
  readonly type: "number";
  readonly values: Float64Array;
}

/** Days since 1970-01-01; `NO_DAY` is missing. */
export interface DayColumn {
  readonly type: "day";
  readonly values: Int32Array;
}

export type Column = CategoryColumn | NumberColumn | DayColumn;

/** What was found out about a file rather than told. */
export interface Detected {
  readonly kind: FileKind;
  readonly compression: "none" | "gzip";
  /** Sheet of a workbook; "" in other kinds. */
  readonly sheet: string;
  /** Sheets of the same workbook that were not read. */
  readonly skippedSheets: readonly string[];
  /** "" where the kind fixes it. */
  readonly encoding: string;
  /** "" where the kind has none. */
  readonly delimiter: string;
  readonly decimal: "," | ".";
  /** Marks met between groups of three digits. */
  readonly thousands: string;
  /** Forms of dates met in text cells, the commonest first. */
  readonly dates: string;
  /** Missing codes met, blank cells aside. */
  readonly missing: readonly string[];
  /** Line on which the header begins. */
  readonly headerLine: number;
  readonly header: readonly string[];
}

/** The named columns of one file, or of several read one after another, typed. */
export interface Table {
  readonly kind: "table";
  /** Name of the file, the first of several. */
  readonly file: string;
  /** Ledger accounts of the files and sheets read, in order. */
  readonly parts: readonly string[];
  readonly rows: number;
  /** Line of each row in its file, from 1, the header included. */
  readonly origin: Int32Array;
  /** Place in `parts` of each row; absent where there is one part. */
  readonly part?: Uint16Array;
  readonly columns: ReadonlyMap<string, Column>;
  /** The columns that `TableRequest.wide` asked for, by header. */
  readonly wide?: ReadonlyMap<string, Column>;
  /** How the first part turned out to be written. */
  readonly detected: Detected;
  /** The same for each of `parts`. */
  readonly detectedParts: readonly Detected[];
}
