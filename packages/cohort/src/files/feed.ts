import type { Cell } from "../table/cell.js";
import type { UnreadColumn } from "../table/table-request.js";
import type { FileKind } from "./file-kind.js";

/** Receives the records of a feed in order: title rows, header, rows, whatever stands there. */
export interface RecordSink {
  /** A record as cells. `line` counts from 1. With a fault (a code), it could not be split and its one cell is the line as it stands. */
  record(cells: readonly Cell[], line: number, fault: string): void;
  /**
   * A record as a piece of text: field j lies from `bounds[j]` to `bounds[j + 1]` − 1. Only once `settled` is true; the array is
   * used again for the next record, as those of `record` may be.
   */
  fields(text: string, bounds: Int32Array, width: number, line: number): void;
  /** Whether header and ways of writing are known. */
  settled(): boolean;
  /** Shows the first cells of columns that are not needed, where the records leave those out. */
  unread?(columns: readonly UnreadColumn[]): void;
  /** Places of the fields that are needed, once the header is known; undefined before. */
  wanted(): readonly number[] | undefined;
}

/** One table of a file, before it is typed. */
export interface Feed {
  readonly kind: FileKind;
  readonly compression: "none" | "gzip";
  /** Name of the sheet; "" where there is none. */
  readonly sheet: string;
  /** Sheets of the same workbook that are not read. */
  readonly skippedSheets?: readonly string[];
  /** Name of the file or sheet, for messages and the ledger. */
  readonly name: string;
  /** What a text file turned out to be; known once it has been read. */
  text?(): { readonly encoding: string; readonly delimiter: string };
  read(sink: RecordSink): Promise<void>;
}
