/** Codes into `levels`, in order of first appearance; −1 is missing. */
export interface CategoryColumn {
  readonly type: "category";
  readonly values: Int32Array;
  readonly levels: readonly string[];
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
  readonly encoding: string;
  readonly delimiter: string;
  readonly decimal: "," | ".";
  readonly dates: string;
  readonly header: readonly string[];
}

/** The named columns of one file, typed. `origin[i]` is the line of row i in the file, from 1, the header included. */
export interface Table {
  readonly kind: "table";
  readonly file: string;
  readonly rows: number;
  readonly origin: Int32Array;
  readonly columns: ReadonlyMap<string, Column>;
  /** The columns that `TableRequest.wide` asked for, by header. */
  readonly wide?: ReadonlyMap<string, NumberColumn>;
  readonly detected: Detected;
}
