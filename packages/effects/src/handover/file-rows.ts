import { type Context, fail, type Params, type Problem, problem, type Where } from "@kontrafakt/base";
import {
  type ColumnRequest,
  type FormatOptions,
  families,
  guardTable,
  readTable,
  type Source,
  type Table,
} from "@kontrafakt/cohort";
import { messages } from "../messages.js";

/** A file's rows, and the faults found so far. */
export interface FileRows {
  readonly table: Table;
  readonly problems: Problem[];
}

/** A file of the contract, and how it is written. */
export interface FileBlock {
  readonly file: string;
  readonly format?: FormatOptions;
}

/** The source of a block, or an error that names the option. */
export function sourceOf(sources: ReadonlyMap<string, Source>, block: FileBlock, option: string): Source {
  return sources.get(block.file) ?? fail("effects/file-missing", { file: block.file, option }, {}, messages);
}

/** Reads columns by the headers the contract fixes; keys are the headers. Cells that are not what the column holds stop the reading. */
export async function readFileRows(
  source: Source,
  block: FileBlock,
  columns: Readonly<Record<string, Omit<ColumnRequest, "header">>>,
  problems: Problem[],
  context?: Context,
  wide?: (header: string) => boolean,
): Promise<FileRows> {
  const request = {
    columns: new Map(Object.entries(columns).map(([header, column]) => [header, { header, ...column }])),
    strict: true,
    ...(block.format && { format: block.format }),
    ...(wide && { wide: { matches: wide, description: "term" } }),
  };
  const read = await readTable(source, request, undefined, context);
  const { table } = guardTable(read, request, { families, otherColumns: "never" });
  return { table, problems };
}

/** Text of a cell, trimmed; "" where the cell or the column is missing. */
export function textAt({ table }: FileRows, header: string, i: number): string {
  const column = table.columns.get(header);
  if (column?.type !== "category" || column.values[i] < 0) return "";
  return column.levels[column.values[i]].trim();
}

/** Number of a cell; NaN where the cell or the column is missing. */
export function numberAt({ table }: FileRows, header: string, i: number): number {
  const column = table.columns.get(header);
  return column?.type === "number" ? column.values[i] : Number.NaN;
}

export function placeAt({ table }: FileRows, header: string, i: number): Where {
  return { file: table.parts[table.part?.[i] ?? 0], row: table.origin[i], column: header };
}

/** Notes an error at a cell. */
export function refuse(rows: FileRows, header: string, i: number, code: string, params: Params = {}): void {
  rows.problems.push(problem(code, "error", placeAt(rows, header, i), params));
}
