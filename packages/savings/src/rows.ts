import { type Context, fail, type Params, type Problem, problem } from "@kontrafakt/base";
import { families, filesOf, guardTable, readTable, type Source, type Table } from "@kontrafakt/cohort";
import { messages } from "./messages.js";
import type { Origin } from "./savings-value.js";

export interface ColumnWish {
  readonly key: string;
  readonly type: "category" | "number";
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
}

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
  const read = await readTable(given, { columns, strict: true }, undefined, context);
  const { table } = guardTable(read, { columns }, { families, otherColumns: "never" });
  return { table, file: table.file, count: table.rows, headers, problems };
}

/** Text of a cell; "" where the cell or the column is missing. */
export function textAt(rows: Rows, key: string, i: number): string {
  const column = rows.table.columns.get(key);
  if (column?.type !== "category") return "";
  const code = column.values[i];
  return code < 0 ? "" : column.levels[code].trim();
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

/** One price year and one currency an account. */
export function checkAccount(rows: Rows, i: number, priceYear: number, currency: string): void {
  const found = numberAt(rows, "priceYear", i);
  if (rows.headers.has("priceYear") && found !== priceYear) {
    refuse(rows, i, "priceYear", "savings/price-year-differs", {
      found: Number.isNaN(found) ? "nothing" : found,
      expected: priceYear,
    });
  }
  const other = textAt(rows, "currency", i);
  if (other !== "" && other !== currency)
    refuse(rows, i, "currency", "savings/currency-differs", { found: other, expected: currency });
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
