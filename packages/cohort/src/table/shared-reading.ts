import type { Problem } from "@kontrafakt/base";
import type { LedgerBuilder } from "../ledger/create-ledger.js";
import type { FormatOptions } from "../options/format-options.js";
import type { GrowingColumns } from "./bound-cell.js";
import type { TableRequest } from "./table-request.js";

/** What the parts of one table share. */
export interface SharedReading {
  readonly request: TableRequest;
  readonly format: FormatOptions;
  readonly strict: boolean;
  readonly ledger: LedgerBuilder | undefined;
  readonly columns: GrowingColumns;
  /** Line of each row so far. */
  readonly origin: { push(line: number): void };
  /** Faults of strict reading. */
  readonly errors: Problem[];
}
