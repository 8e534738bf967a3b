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
  readonly wide?: ReadonlyMap<string, NumberColumn>;
  readonly detected: Detected;
}
