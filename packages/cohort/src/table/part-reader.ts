import { fail, isoFromDay } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import type { Feed, RecordSink } from "../files/feed.js";
import { messages } from "../messages.js";
import { dateForms } from "../options/format-options.js";
import { detectDecimal, isEither, toldDecimal } from "../text/detect-decimal.js";
import { HEADER_WITHIN } from "../text/detect-delimiter.js";
import { refuseMonthFirst } from "../text/month-first.js";
import { numberIn, UNREADABLE } from "../text/parse-number.js";
import { beforeHeader } from "../text/read-records.js";
import { isBlankCode, trimCell } from "../text/trim-cell.js";
import type { BoundCell } from "./bound-cell.js";
import { type Cell, cellText } from "./cell.js";
import { cellValues } from "./cell-values.js";
import type { CellFormat } from "./column-builder.js";
import { findHeader } from "./find-header.js";
import { refuseWithoutHeader } from "./refuse-without-header.js";
import { FILE_HEADER, resolveHeader } from "./resolve-header.js";
import { type RowFaults, rowFaults } from "./row-faults.js";
import { mayBeNoData, noDataByFirst } from "./row-without-data.js";
import type { SharedReading } from "./shared-reading.js";
import type { Detected } from "./table.js";
import type { TableRequest } from "./table-request.js";
import { unreadColumns } from "./unread-columns.js";

/** Rows whose cells decide the decimal mark. */
const SAMPLE_ROWS = 1000;

export interface PartReader extends RecordSink {
  /** Ends the part. */
  finish(): { readonly rows: number; readonly detected: Detected };
}

interface Held {
  readonly cells: readonly Cell[];
  readonly line: number;
  readonly fault: string;
}

/**
 * Reads the records of one file or sheet into the columns of a table: finds the header and the decimal mark, then takes each row,
 * lists it, or (strict) notes an error.
 *
 * @param account name in the ledger and in messages
 * @param rowsBefore rows of the parts before
 * @param cellFormat ways of writing, which the builders look at
 */
export function partReader(
  feed: Feed,
  account: string,
  file: string,
  rowsBefore: number,
  cellFormat: CellFormat,
  shared: SharedReading,
): PartReader {
  const { request, format, strict, ledger, columns, origin } = shared;
  const met = new Set<string>();
  const note = (line: number, code: string, column: string, detail: string) => ledger?.note(account, line, code, column, detail);
  const values = cellValues(note);
  let faults: RowFaults = rowFaults(account, shared, 0);
  let header: readonly string[] | undefined;
  let headerLine = 0;
  let cells: readonly BoundCell[] = [];
  let first: BoundCell | undefined;
  let scratch = new Float64Array(0);
  let rows = 0;
  let read = 0;
  let before: Held[] = [];
  let waiting: Held[] | undefined;

  const push = (line: number) => {
    for (let j = 0; j < cells.length; j++) cells[j].builder.push(scratch[j]);
    origin.push(line);
    rows++;
  };
  const needsWord = (cell: BoundCell, value: number) =>
    value === UNREADABLE || (cell.required && (value === cell.builder.missing || Number.isNaN(value)));

  const take = (fields: readonly Cell[], line: number) => {
    const width = (header as readonly string[]).length;
    const texts = () => Array.from(fields, (cell) => trimCell(cellText(cell, isoFromDay)));
    if (first !== undefined) {
      const text = trimCell(cellText(fields[first.index], isoFromDay));
      const reason = noDataByFirst(text, texts, cells, first, strict);
      if (reason !== undefined) return faults.reject(line, reason, first.header);
    }
    const wrong = wrongWidth(fields, header as readonly string[]);
    if (wrong !== undefined) return faults.rejectRow(texts, line, wrong, "", `${fields.length} / ${width}`);
    for (let j = 0; j < cells.length; j++) {
      const cell = cells[j];
      if (cell.index < 0) continue;
      let value = values.ofCell(cell, fields[cell.index], line);
      if (needsWord(cell, value)) {
        const settled = faults.settle(cell, fields[cell.index], value, line, texts);
        if (settled === undefined) return;
        value = settled;
      }
      scratch[j] = value;
    }
    push(line);
  };

  /** The same for a row as a piece of text with as many fields as the header. */
  const takePieces = (text: string, bounds: Int32Array, width: number, line: number) => {
    for (let j = 0; j < cells.length; j++) {
      const cell = cells[j];
      const { index } = cell;
      if (index < 0) continue;
      const start = bounds[index];
      const end = bounds[index + 1] - 1;
      let from = start;
      let to = end;
      while (from < to && isBlankCode(text.charCodeAt(from))) from++;
      while (to > from && isBlankCode(text.charCodeAt(to - 1))) to--;
      if (cell.identifier && to - from !== end - start)
        note(line, "cohort/identifier-trimmed", cell.header, maskIdentifier(text.slice(start, end)));
      let value = values.ofPiece(cell, text, from, to, line);
      if (needsWord(cell, value)) {
        const texts = () => piecesOf(text, bounds, width).map(trimCell);
        const settled = faults.settle(cell, text.slice(from, to), value, line, texts);
        if (settled === undefined) return;
        value = settled;
      }
      scratch[j] = value;
    }
    push(line);
  };

  const onRow = (held: Held) => {
    const { cells: fields, line, fault } = held;
    const isEmpty = fault === "" && isBlankRow(fields);
    if (isEmpty && strict) return;
    read++;
    if (isEmpty) return faults.reject(line, "cohort/empty-row");
    if (fault !== "") return faults.reject(line, fault);
    if (waiting === undefined) return take(fields, line);
    waiting.push(held);
    if (waiting.length >= SAMPLE_ROWS) settleFormat();
  };
  const settleHeader = () => {
    const usable = before.filter(({ fault }) => fault === "");
    const found = findHeader(usable, request);
    if (found === undefined || !found.complete) refuseWithoutHeader(account, before, found, request);
    const rest = before.slice(before.indexOf(usable[found.upTo - 1]) + 1);
    before = [];
    header = found.header;
    headerLine = found.line;
    faults = rowFaults(account, shared, header.length);
    cells = columns.bind(resolveHeader(account, found.line, header, request), header, rowsBefore, met);
    first = cells.find(({ index }) => index >= 0);
    waiting = [];
    for (const held of rest) onRow(held);
  };
  const settleFormat = () => {
    if (waiting === undefined) return;
    const held = waiting;
    waiting = undefined;
    const texts = Array.from(numberTexts(held, cells), ({ text }) => text);
    cellFormat.decimal = format.decimal ?? detectDecimal(texts, feed.text?.().delimiter ?? ";", format.thousands);
    const isTold = format.decimal ?? format.thousands ?? toldDecimal(texts);
    if (isTold === undefined) noteEither(held);
    scratch = Float64Array.from(cells, (cell) => (cell.index === -2 ? nameValue(cell) : cell.builder.missing));
    request.unread?.(account, unreadColumns(held, header as readonly string[], cells));
    for (const { cells: fields, line } of held) take(fields, line);
  };
  /** Says of the first cell of each column that may be thousands or decimals alike how it is read. */
  const noteEither = (held: readonly Held[]) => {
    const told = new Set<string>();
    for (const { column, text, line } of numberTexts(held, cells)) {
      if (told.has(column) || !isEither(text)) continue;
      told.add(column);
      note(line, "cohort/thousands-or-decimals", column, `${text} = ${numberIn(text, 0, text.length, cellFormat)}`);
    }
  };
  /** The value of the sheet's or file's name. */
  const nameValue = (cell: BoundCell): number => {
    const found =
      cell.header === FILE_HEADER ? file.replace(/^.*[\\/]/, "").replace(/(\.[A-Za-z0-9]{1,8}){1,2}$/, "") : feed.sheet;
    const value = values.ofPiece(cell, found, 0, found.length, headerLine);
    if (value === UNREADABLE) fail("cohort/name-unreadable", { file: account, column: cell.header }, { found }, messages);
    return value;
  };

  return {
    unread: (columns) => request.unread?.(account, columns),
    settled: () => header !== undefined && waiting === undefined,
    wanted: () => (header === undefined ? undefined : [...new Set(cells.flatMap(({ index }) => (index >= 0 ? [index] : [])))]),
    record(fields, line, fault) {
      if (header !== undefined) return onRow({ cells: fields, line, fault });
      if (fault === "" && (isBlankRow(fields) || beforeHeader(fields.map((cell) => cellText(cell, isoFromDay))))) return;
      before.push({ cells: fields.slice(), line, fault });
      const isPast = line > (format.headerLine ?? 0) && before.length >= HEADER_WITHIN;
      if (isPast || endsInHeader(before, request)) settleHeader();
    },
    fields(text, bounds, width, line) {
      const isPlain = first !== undefined && width === (header as readonly string[]).length;
      const start = bounds[first?.index ?? 0];
      const end = bounds[(first?.index ?? 0) + 1] - 1;
      if (!isPlain || isBlankCode(text.charCodeAt(start)) || mayBeNoData(text, start, end, first as BoundCell))
        return onRow({ cells: piecesOf(text, bounds, width), line, fault: "" });
      read++;
      takePieces(text, bounds, width, line);
    },
    finish() {
      if (header === undefined) settleHeader();
      settleFormat();
      ledger?.read(account, read);
      refuseMonthFirst(account, rows, faults.monthFirst, format.dates);
      return { rows, detected: detectedOf(feed, cellFormat, met, headerLine, header as readonly string[]) };
    },
  };
}

function detectedOf(feed: Feed, format: CellFormat, met: Set<string>, headerLine: number, header: readonly string[]): Detected {
  const { encoding = "", delimiter = "" } = feed.text?.() ?? {};
  const forms = [...dateForms.keys()].filter((k) => format.formsSeen[k] > 0);
  forms.sort((a, b) => format.formsSeen[b] - format.formsSeen[a] || a - b);
  return {
    kind: feed.kind,
    compression: feed.compression,
    sheet: feed.sheet,
    skippedSheets: feed.skippedSheets ?? [],
    encoding,
    delimiter,
    decimal: format.decimal,
    thousands: [...format.groupsSeen].sort().join(""),
    dates: forms.map((k) => dateForms[k]).join(", "),
    missing: [...met].sort(),
    headerLine,
    header,
  };
}

const piecesOf = (text: string, bounds: Int32Array, width: number): string[] =>
  Array.from({ length: width }, (_, j) => text.slice(bounds[j], bounds[j + 1] - 1));

/** Whether the last records are a header with everything asked for. */
function endsInHeader(before: readonly Held[], request: TableRequest): boolean {
  const last = before.slice(-(request.format?.headerRows ?? 1));
  return last.every(({ fault }) => fault === "") && findHeader(last, request)?.complete === true;
}

function isBlankRow(fields: readonly Cell[]): boolean {
  for (const field of fields) {
    if (field === null || field === undefined) continue;
    if (typeof field !== "string" || trimCell(field) !== "") return false;
  }
  return true;
}

function* numberTexts(
  held: readonly Held[],
  cells: readonly BoundCell[],
): Generator<{ readonly column: string; readonly text: string; readonly line: number }> {
  const numbers = cells.filter(({ type, index }) => type === "number" && index >= 0);
  for (const { cells: fields, line } of held) {
    for (const { index, header: column } of numbers) {
      const field = fields[index];
      if (typeof field === "string") yield { column, text: trimCell(field), line };
    }
  }
}

/** Fields beyond the header must be blank, and only columns without a header may be cut off. */
function wrongWidth(fields: readonly Cell[], header: readonly string[]): string | undefined {
  if (fields.length > header.length && !isBlankRow(fields.slice(header.length))) return "cohort/too-many-fields";
  for (let j = fields.length; j < header.length; j++) if (header[j] !== "") return "cohort/too-few-fields";
  return undefined;
}
