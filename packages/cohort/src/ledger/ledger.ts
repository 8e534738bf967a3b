/** One file's account: rowsRead = rowsUsed + rowsListed. */
export interface LedgerFile {
  readonly name: string;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsListed: number;
}

/** People left after a step, and what the step's exclusion does to the estimand by its code. */
export interface FlowStep {
  readonly code: string;
  readonly people: number;
  readonly treated: number;
}

/**
 * Every row that was not used (`listed`), and every row used with something to say about it (`noted`), columnar.
 * Identifiers are masked in `detail`. Internal: only counts by file and code leave it.
 */
export interface Ledger {
  readonly kind: "ledger";
  readonly files: readonly LedgerFile[];
  readonly codes: readonly string[];
  /** Index into `files`. */
  readonly file: Int32Array;
  /** Line in the file, from 1. */
  readonly row: Int32Array;
  /** Index into `codes`. */
  readonly code: Int32Array;
  /** 1 where the row was left out, 0 where it was used and noted. */
  readonly listed: Uint8Array;
  readonly column: readonly string[];
  readonly detail: readonly string[];
  readonly flow: readonly FlowStep[];
}
