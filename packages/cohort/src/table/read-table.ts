import { type Context, fail, KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import type { LedgerBuilder } from "../ledger/create-ledger.js";
import { messages } from "../messages.js";
import { formatOptions } from "../options/format-options.js";
import { decodeText } from "../text/decode-text.js";
import { detectDecimal } from "../text/detect-decimal.js";
import { detectDelimiter } from "../text/detect-delimiter.js";
import { detectEncoding } from "../text/detect-encoding.js";
import { isMonthFirst, type MonthFirst, refuseMonthFirst } from "../text/month-first.js";
import { UNREADABLE } from "../text/parse-number.js";
import { beforeHeader, blank, readRecords } from "../text/read-records.js";
import { type CellFormat, type ColumnBuilder, columnBuilder } from "./column-builder.js";
import { growingInt32 } from "./growing-int32.js";
import { resolveHeader, tidyHeader } from "./resolve-header.js";
import type { Source } from "./source.js";
import type { Column, NumberColumn, Table } from "./table.js";
import { requestedColumns, type TableRequest } from "./table-request.js";

const SAMPLE_ROWS = 1000;
const MOST_ERRORS = 20;
const totals = /^(?:i alt|ialt|alt|total|totalt|totaler|totals|sum|summa|samlet|sammanlagt|yhteensä)\s*[:.]?$/i;

interface Cell {
  readonly key: string;
  readonly header: string;
  readonly index: number;
  readonly wide: boolean;
  readonly required: boolean;
  /** An unreadable cell leaves its row out. */
  readonly exact: boolean;
  readonly identifier: boolean;
  readonly isNumber: boolean;
  readonly missing: ReadonlySet<string>;
  readonly builder: ColumnBuilder;
}

/**
 * Reads the named columns of a delimited text file into typed columns. The only door for tables.
 *
 * With a ledger, every row is read into its account, and a row that is empty, holds totals, has the wrong number of fields or a
 * required cell that cannot be read is listed; other cells that cannot be read become missing and are noted. The caller counts the
 * rows used. Strict (the default without a ledger): such a row or cell is an error, save empty lines, which are skipped.
 * Errors: `KontrafaktError` for a file without a header, a missing column, a file that is no text, or bad rows when strict.
 */
export async function readTable(
  source: Source,
  request: TableRequest,
  ledger?: LedgerBuilder,
  context?: Context,
): Promise<Table> {
  const file = ledger?.open(source.name, request.purpose ?? "again") ?? source.name;
  const strict = request.strict ?? ledger === undefined;
  const format = formatOptions.parse(request.format ?? {});
  const encoding = format.encoding ?? (await detectEncoding(source, context?.signal));
  let delimiter = format.delimiter as string | undefined;
  const cellFormat: CellFormat = { decimal: format.decimal ?? ".", dates: format.dates, formsSeen: new Map() };

  const origin = growingInt32();
  const errors: Problem[] = [];
  let header: readonly string[] | undefined;
  let cells: Cell[] = [];
  let scratch = new Float64Array(0);
  let rows = 0;
  const monthFirst: MonthFirst[] = [];
  let waiting: { fields: string[]; line: number }[] | undefined;

  const reject = (line: number, code: string, column = "", detail = "") => {
    if (ledger !== undefined && !strict) ledger.list(file, line, code, column, detail);
    else if (errors.length < MOST_ERRORS) {
      errors.push(problem(code, "error", { file, row: line, ...(column === "" ? {} : { column }) }, { found: detail }));
    }
  };
  const accept = (fields: string[], line: number) => {
    for (let j = 0; j < cells.length; j++) {
      const cell = cells[j];
      const raw = fields[cell.index];
      const text = raw.trim();
      let value = cell.missing.has(text) ? cell.builder.missing : cell.builder.parse(text);
      if (value === UNREADABLE || (cell.required && value === cell.builder.missing) || Number.isNaN(value)) {
        const unread = value === UNREADABLE;
        if (unread && !cell.isNumber && isMonthFirst(text)) monthFirst.push({ line, column: cell.header, text });
        const code = unread ? (cell.isNumber ? "cohort/unreadable-number" : "cohort/unreadable-date") : "cohort/missing-value";
        if (cell.required || (unread && cell.exact))
          return reject(line, code, cell.header, cell.identifier ? maskIdentifier(text) : text);
        if (unread) ledger?.note(file, line, code, cell.header, text);
        value = cell.builder.missing;
      }
      if (cell.identifier && text.length !== raw.length)
        ledger?.note(file, line, "cohort/identifier-trimmed", cell.header, maskIdentifier(raw));
      scratch[j] = value;
    }
    for (let j = 0; j < cells.length; j++) cells[j].builder.push(scratch[j]);
    origin.push(line);
    rows++;
  };
  const settleDecimal = () => {
    if (waiting === undefined) return;
    const held = waiting;
    waiting = undefined;
    const numbers = cells.filter((cell) => cell.isNumber);
    cellFormat.decimal = format.decimal ?? detectDecimal(samples(held, numbers), delimiter as string);
    for (const { fields, line } of held) accept(fields, line);
  };
  const onHeader = (fields: string[], line: number) => {
    header = fields.map(tidyHeader);
    cells = buildCells(file, line, header, request, cellFormat, format.missing, strict);
    scratch = new Float64Array(cells.length);
    waiting = [];
  };
  const onRecord = (fields: string[], line: number, broken: boolean) => {
    if (header === undefined) {
      if (broken) fail("cohort/broken-header", { file, row: line }, {}, messages);
      if (beforeHeader(fields)) return;
      return onHeader(fields, line);
    }
    const isEmpty = !broken && blank(fields);
    if (isEmpty && strict) return;
    ledger?.read(file);
    if (isEmpty) return reject(line, "cohort/empty-row");
    if (broken) return reject(line, "cohort/broken-quotes");
    if (cells.length > 0 && !strict && totals.test((fields[cells[0].index] ?? "").trim()))
      return reject(line, "cohort/totals-row", cells[0].header);
    const wrong = wrongWidth(fields, header);
    if (wrong !== undefined) return reject(line, wrong, "", `${fields.length} / ${header.length}`);
    if (waiting === undefined) return accept(fields, line);
    waiting.push({ fields, line });
    if (waiting.length >= SAMPLE_ROWS) settleDecimal();
  };

  const chunks = decodeText(source, encoding, context, `read ${source.name}`);
  const choose = (sample: string) => {
    delimiter ??= detectDelimiter(sample, request);
    return delimiter;
  };
  await readRecords(source.name, chunks, choose, onRecord);
  if (header === undefined) fail("cohort/file-empty", { file }, {}, messages);
  settleDecimal();
  refuseMonthFirst(file, rows, monthFirst, format.dates);
  if (errors.length > 0)
    throw new KontrafaktError(
      errors.sort((a, b) => (a.where.row ?? 0) - (b.where.row ?? 0)),
      messages,
    );

  const columns = new Map<string, Column>();
  const wide = new Map<string, NumberColumn>();
  for (const cell of cells) {
    if (cell.wide) wide.set(cell.key, cell.builder.finish() as NumberColumn);
    else columns.set(cell.key, cell.builder.finish());
  }
  const dates = [...cellFormat.formsSeen].sort(([, a], [, b]) => b - a).map(([form]) => form);
  const detected = { encoding, delimiter: delimiter as string, decimal: cellFormat.decimal, dates: dates.join(", "), header };
  return {
    kind: "table",
    file,
    parts: [file],
    rows,
    origin: origin.take(),
    columns,
    ...(request.wide ? { wide } : {}),
    detected,
  };
}

function buildCells(
  file: string,
  line: number,
  header: readonly string[],
  request: TableRequest,
  format: CellFormat,
  missing: readonly string[],
  strict: boolean,
): Cell[] {
  const { index, wide } = resolveHeader(file, line, header, request);
  const usual = new Set(missing);
  const cells: Cell[] = [];
  for (const [key, column] of requestedColumns(request)) {
    const at = index.get(key) as number;
    if (at < 0) continue;
    cells.push({
      key,
      header: header[at],
      index: at,
      wide: false,
      required: column.required ?? false,
      exact: strict || column.unreadable === "list",
      identifier: column.identifier ?? false,
      isNumber: column.type === "number",
      missing: column.missing === undefined ? usual : new Set(["", ...column.missing]),
      builder: columnBuilder(column.type, format),
    });
  }
  for (const column of wide) {
    const common = {
      key: column.header,
      wide: true,
      required: false,
      exact: strict,
      identifier: false,
      isNumber: true,
      missing: usual,
    };
    cells.push({ ...column, ...common, builder: columnBuilder("number", format) });
  }
  return cells;
}

function* samples(held: readonly { fields: string[] }[], numbers: readonly Cell[]): Generator<string> {
  for (const { fields } of held) for (const cell of numbers) yield fields[cell.index];
}

/** Fields beyond the header must be blank, and only columns without a header may be cut off. */
function wrongWidth(fields: readonly string[], header: readonly string[]): string | undefined {
  for (let j = header.length; j < fields.length; j++) if (fields[j].trim() !== "") return "cohort/too-many-fields";
  for (let j = fields.length; j < header.length; j++) if (header[j] !== "") return "cohort/too-few-fields";
  return undefined;
}
