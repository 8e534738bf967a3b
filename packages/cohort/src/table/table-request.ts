import type { FormatOptions } from "../options/format-options.js";
import type { ColumnRecode } from "../options/recode-options.js";
import type { ColumnType } from "./column-builder.js";

/** One column asked for. */
export interface ColumnRequest {
  readonly header: string;
  /** `text` is stored like a category. */
  readonly type: ColumnType;
  /** A row whose cell is missing or unreadable is left out (strict: an error). Default false: the cell becomes missing. */
  readonly required?: boolean;
  /** What an unreadable cell does to its row where a blank one is fine. Default "note": it becomes missing and is noted. */
  readonly unreadable?: "note" | "list";
  /** The column may be absent; the table then lacks its key. */
  readonly optional?: boolean;
  /** Cell texts that mean missing, instead of the format's. */
  readonly missing?: readonly string[];
  /** An identifier: surrounding blanks are noted, and values are masked in the ledger. */
  readonly identifier?: boolean;
  /** What is done to its cells after reading, and after what the file's block does to its header. `readInto` does both. */
  readonly recode?: ColumnRecode;
}

/** The first cells of a column that nobody asked for. They are looked at and forgotten. */
export interface UnreadColumn {
  readonly header: string;
  readonly cells: readonly string[];
}

/** What to read from a file. */
export interface TableRequest {
  readonly columns: ReadonlyMap<string, ColumnRequest> | Readonly<Record<string, ColumnRequest>>;
  /** Headers for which this holds are read into `Table.wide`, as numbers unless told otherwise; at least one must be there. */
  readonly wide?: {
    readonly matches: (header: string) => boolean;
    /** The pattern as the study writes it, for messages. */
    readonly description: string;
    readonly type?: "number" | "category";
  };
  /** Overrides of what would be detected. */
  readonly format?: Partial<FormatOptions>;
  /** A bad row is an error rather than a line of the ledger. Default: true without a ledger. */
  readonly strict?: boolean;
  /** Is shown the first cells of the columns that are not asked for, by file or sheet. They are kept nowhere. */
  readonly unread?: (file: string, columns: readonly UnreadColumn[]) => void;
  /** Name of this reading in the ledger, where a file is read twice. */
  readonly purpose?: string;
}

/** The columns asked for, in order, whichever way they were given. */
export function requestedColumns(request: TableRequest): [string, ColumnRequest][] {
  return request.columns instanceof Map ? [...request.columns] : Object.entries(request.columns as Record<string, ColumnRequest>);
}
