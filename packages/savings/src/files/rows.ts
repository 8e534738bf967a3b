import { type Context, type Day, fail, KontrafaktError, NO_DAY, type Params, type Problem, problem } from "@kontrafakt/base";
import {
  messages as cohortMessages,
  families,
  filesOf,
  guardTable,
  looseText,
  readTable,
  type Source,
  type Table,
  type TableRequest,
} from "@kontrafakt/cohort";
import { messages } from "../messages.js";
import type { Origin } from "../savings-value.js";

export interface ColumnWish {
  readonly key: string;
  readonly type: "category" | "number" | "day";
  /** May be missing from the file while its option keeps its default name. */
  readonly optional?: boolean;
}

/** A money file's rows with its headers by key, and the problems found so far. */
export interface Rows {
  readonly table: Table;
  readonly file: string;
  readonly count: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly problems: Problem[];
  readonly spelling: Spelling;
}

/** How payers and price groups were first written, in the study or any of its files: letter case and spaces make no other payer. */
export type Spelling = Map<string, string>;

/** Options of a money file: its name or names, and its headers by key. */
export interface MoneyFileOptions {
  readonly file: string | readonly string[];
  readonly [key: string]: string | readonly string[];
}

/** Reads the wished columns of a money file, of several one after another. Cells that are not what the column holds stop the reading. */
export async function readRows(
  sources: ReadonlyMap<string, Source>,
  options: MoneyFileOptions,
  section: string,
  wishes: readonly ColumnWish[],
  problems: Problem[],
  context: Context,
  spelling: Spelling = new Map(),
): Promise<Rows> {
  const given = filesOf(options.file).map((file) => {
    const source = sources.get(file);
    return source ?? fail("savings/file-missing", { file, option: `savings.${section}.file` }, {}, messages);
  });
  const headerOf = (key: string) => options[key] as string;
  const headers = new Map(wishes.map(({ key }) => [key, headerOf(key)]));
  const columns = new Map(
    wishes.map(({ key, type, optional }) => [
      key,
      { header: headerOf(key), type, optional: optional === true && options[key] === key },
    ]),
  );
  const read = await readStrictly(given, { columns, strict: true }, context);
  const { table } = guardTable(read, { columns }, { families, otherColumns: "never" });
  problems.push(...columnsNotRead(table, new Set(headers.values()), section));
  return { table, file: table.file, count: table.rows, headers, problems, spelling };
}

/** Faults of cells that the cohort would have named codes for as missing: money files have none, so these say what to write instead. */
const ownCodes: Readonly<Record<string, string>> = {
  "cohort/unreadable-number": "savings/not-a-number",
  "cohort/error-cell": "savings/error-cell",
};

async function readStrictly(given: readonly Source[], request: TableRequest, context: Context): Promise<Table> {
  try {
    return await readTable(given, request, undefined, context);
  } catch (error) {
    if (!(error instanceof KontrafaktError)) throw error;
    const told = error.problems.map((p) => ({ ...p, code: ownCodes[p.code] ?? p.code }));
    throw new KontrafaktError(told, { ...cohortMessages, ...messages });
  }
}

/** Columns named in a note. */
const MOST_COLUMNS = 12;

/** A note on columns that the study does not name, so that none is left out in silence: a file at a time. */
function columnsNotRead({ parts, detectedParts }: Table, named: ReadonlySet<string>, section: string): Problem[] {
  const asked = new Set([...named].map((header) => header.replace(/#\d+$/, "")));
  return detectedParts.flatMap(({ header }, i) => {
    const others = header.filter((name) => name.trim() !== "" && !asked.has(name.trim()));
    if (others.length === 0) return [];
    const more = others.length > MOST_COLUMNS ? ", …" : "";
    const params = { columns: others.slice(0, MOST_COLUMNS).join(", ") + more, option: section };
    return [problem("savings/columns-not-read", "note", { file: parts[i] }, params)];
  });
}

/** Text of a cell; "" where the cell or the column is missing. */
export function textAt(rows: Rows, key: string, i: number): string {
  const column = rows.table.columns.get(key);
  if (column?.type !== "category") return "";
  const code = column.values[i];
  return code < 0 ? "" : column.levels[code].trim();
}

/** A payer or price group as it was first written; "" where the cell is empty. */
export function spelledAt(rows: Rows, kind: "payer" | "group", key: string, i: number): string {
  const text = textAt(rows, key, i);
  if (text === "") return "";
  const id = spellingKey(kind, text);
  const first = rows.spelling.get(id);
  if (first === undefined) rows.spelling.set(id, text);
  return first ?? text;
}

export const spellingKey = (kind: "payer" | "group", text: string) => `${kind} ${looseText(text)}`;

/** A payer that must be there, or "" and a problem. */
export function payerAt(rows: Rows, key: string, i: number): string {
  nameAt(rows, key, i);
  return spelledAt(rows, "payer", key, i);
}

/** Number in a cell; NaN where the cell or the column is missing. */
export function numberAt(rows: Rows, key: string, i: number): number {
  const column = rows.table.columns.get(key);
  return column?.type === "number" ? column.values[i] : Number.NaN;
}

export function originAt(rows: Rows, i: number): Origin {
  const { parts, part, origin } = rows.table;
  return { file: parts[part?.[i] ?? 0], row: origin[i] };
}

/** Notes an error at a cell. */
export function refuse(rows: Rows, i: number, key: string, code: string, params: Params = {}): void {
  rows.problems.push(problem(code, "error", { ...originAt(rows, i), column: rows.headers.get(key) }, params));
}

/** A calendar year, or NaN and a problem. */
export function yearAt(rows: Rows, key: string, i: number): number {
  const year = numberAt(rows, key, i);
  if (Number.isInteger(year) && year >= 1900 && year <= 2200) return year;
  refuse(rows, i, key, "savings/not-a-year", { found: Number.isNaN(year) ? "nothing" : year });
  return Number.NaN;
}

/** Text that must be there, or "" and a problem. */
export function nameAt(rows: Rows, key: string, i: number): string {
  const text = textAt(rows, key, i);
  if (text === "") refuse(rows, i, key, "savings/cell-empty");
  return text;
}

/** A finite amount, or NaN and a problem. */
export function amountAt(rows: Rows, key: string, i: number): number {
  const amount = numberAt(rows, key, i);
  if (!Number.isFinite(amount))
    refuse(rows, i, key, "savings/amount-missing", { found: Number.isNaN(amount) ? "nothing" : amount });
  return amount;
}

/** A day; `NO_DAY` where the cell or the column is missing. */
export function dayAt(rows: Rows, key: string, i: number): Day {
  const column = rows.table.columns.get(key);
  return column?.type === "day" ? column.values[i] : NO_DAY;
}

/** Numbers of a cell, separated by |, written as the file writes numbers; `wrong` is the first that is none. */
export function numbersAt(rows: Rows, key: string, i: number): { readonly numbers: readonly number[]; readonly wrong?: string } {
  const { detectedParts, part } = rows.table;
  const { decimal } = detectedParts[part?.[i] ?? 0];
  const numbers: number[] = [];
  for (const piece of textAt(rows, key, i).split("|")) {
    const value = numberIn(piece.replace(/\s/g, ""), decimal);
    if (Number.isNaN(value)) return { numbers, wrong: piece.trim() };
    numbers.push(value);
  }
  return { numbers };
}

/** A number with a comma or a point; `decimal` tells what a mark before three digits is. NaN where it is none. */
function numberIn(text: string, decimal: "," | "."): number {
  const group = decimal === "," ? "." : ",";
  if (new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`).test(text)) {
    return Number(text.replaceAll(group, "").replace(decimal, "."));
  }
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}

/** A number as a message shows it. */
export const shown = (x: number): number | string => (Number.isNaN(x) ? "nothing" : x);

export function refuseEmpty(rows: Rows): void {
  rows.problems.push(problem("savings/file-empty", "error", { file: rows.file }));
}

/** Refuses a second row for the same key, naming the first. Parts are joined so that no text in a file can imitate another key. */
export function checkUnique(
  rows: Rows,
  i: number,
  key: string,
  seen: Map<string, string>,
  parts: readonly (string | number)[],
): void {
  const id = JSON.stringify(parts);
  const first = seen.get(id);
  const { file, row } = originAt(rows, i);
  if (first === undefined) seen.set(id, rows.table.parts.length > 1 ? `${row} (${file})` : String(row));
  else refuse(rows, i, key, "savings/row-repeated", { what: parts.filter((p) => p !== "").join(", "), first });
}
