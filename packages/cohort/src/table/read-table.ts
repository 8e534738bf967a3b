import { type Context, KontrafaktError, type Problem } from "@kontrafakt/base";
import { openFeeds } from "../files/open-feeds.js";
import type { LedgerBuilder } from "../ledger/create-ledger.js";
import { messages } from "../messages.js";
import { dateForms, formatOptions } from "../options/format-options.js";
import { growingColumns } from "./bound-cell.js";
import type { CellFormat } from "./column-builder.js";
import { growingInt32 } from "./growing-int32.js";
import { partReader } from "./part-reader.js";
import type { SharedReading } from "./shared-reading.js";
import type { Source } from "./source.js";
import type { Detected, Table } from "./table.js";
import type { TableRequest } from "./table-request.js";

/**
 * Reads the named columns of a file into typed columns; of several files of the same form one after another. The only door for
 * tables: delimited text, XLSX, Parquet and Arrow, gzipped or not, are told by their content.
 *
 * With a ledger, every row is read into the account of its file or sheet, and a row that is empty, holds totals or the header again,
 * has the wrong number of fields or a required cell that cannot be read is listed; other cells that cannot be read become missing and
 * are noted. The caller counts the rows used. Strict (the default without a ledger): such a row or cell is an error, save empty
 * lines, which are skipped.
 * Errors: `KontrafaktError` for a file that is no table, without a header, with a missing column, or with bad rows when strict.
 */
export async function readTable(
  given: Source | readonly Source[],
  request: TableRequest,
  ledger?: LedgerBuilder,
  context?: Context,
): Promise<Table> {
  const sources = Array.isArray(given) ? (given as readonly Source[]) : [given as Source];
  const format = formatOptions.parse(request.format ?? {});
  const strict = request.strict ?? ledger === undefined;
  const asked: TableRequest = { ...request, format };
  let cellFormat = newFormat(format);
  const columns = growingColumns(asked, strict, format.missing, () => cellFormat);
  const origin = growingInt32();
  const errors: Problem[] = [];
  const shared: SharedReading = { request: asked, format, strict, ledger, columns, origin, errors };
  const parts: string[] = [];
  const lengths: number[] = [];
  const detectedParts: Detected[] = [];
  let rows = 0;

  for (const source of sources) {
    for (const feed of await openFeeds(source, asked, context)) {
      const account = ledger?.open(feed.name, request.purpose ?? "again") ?? feed.name;
      cellFormat = newFormat(format);
      const reader = partReader(feed, account, source.name, rows, cellFormat, shared);
      await feed.read(reader);
      const part = reader.finish();
      parts.push(account);
      lengths.push(part.rows);
      detectedParts.push(part.detected);
      rows += part.rows;
    }
  }
  if (errors.length > 0) throw new KontrafaktError(inOrder(errors, parts), messages);
  const { columns: named, wide } = columns.finish();
  return {
    kind: "table",
    file: parts[0],
    parts,
    rows,
    origin: origin.take(),
    ...(parts.length > 1 ? { part: partOf(lengths) } : {}),
    columns: named,
    ...(request.wide ? { wide } : {}),
    detected: detectedParts[0],
    detectedParts,
  };
}

function newFormat(format: ReturnType<typeof formatOptions.parse>): CellFormat {
  return {
    decimal: format.decimal ?? ".",
    thousands: format.thousands,
    dates: format.dates,
    formsSeen: new Int32Array(dateForms.length),
    groupsSeen: new Set(),
  };
}

function partOf(lengths: readonly number[]): Uint16Array {
  const part = new Uint16Array(lengths.reduce((sum, n) => sum + n, 0));
  let at = 0;
  lengths.forEach((n, p) => {
    part.fill(p, at, at + n);
    at += n;
  });
  return part;
}

/** Faults by file, then by row. */
function inOrder(errors: readonly Problem[], parts: readonly string[]): Problem[] {
  const place = (p: Problem) => parts.indexOf(p.where.file ?? "");
  return [...errors].sort((a, b) => place(a) - place(b) || (a.where.row ?? 0) - (b.where.row ?? 0));
}
