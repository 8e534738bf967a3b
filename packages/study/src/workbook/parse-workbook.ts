import { type Problem, problem, type Where } from "@kontrafakt/base";
import { type OptionPath, type ParsedYaml, pathText } from "../parse-yaml.js";
import { type JsonSchema, schemaAt } from "../schema-at.js";
import { decodeCell, type SheetCell } from "./cell-value.js";
import { type ListSheet, type WorkbookLayout, workbookLayout } from "./workbook-layout.js";
import { isSettingsHead, SHORT_FORM } from "./workbook-words.js";

/** A sheet as rows of cells, from the first row on. */
export interface StudySheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A study's workbook, before it is a study. */
export interface StudyWorkbook {
  readonly kind: "study-workbook";
  readonly sheets: readonly StudySheet[];
}

/** `B7` from places counted from 0. */
export function cellName(row: number, column: number): string {
  const letters = column < 26 ? "" : String.fromCharCode(64 + Math.floor(column / 26));
  return `${letters}${String.fromCharCode(65 + (column % 26))}${row + 1}`;
}

/** Names that no option may have, since they are no plain data. */
const reserved = "__proto__";

/**
 * Reads a workbook into the value its YAML would have, with the sheet and cell of every option: the sheet of settings by its heads, sheets
 * of lists by the option in their first cell. Other sheets are the user's own.
 */
export function parseWorkbook({ sheets }: StudyWorkbook, file: string, root: JsonSchema): ParsedYaml {
  const layout = workbookLayout(root);
  const problems: Problem[] = [];
  const places = new Map<string, Where>();
  const value: Record<string, unknown> = {};
  const at = (sheet: string, row: number, column: number): Where => ({ file, sheet, cell: cellName(row, column) });
  const place = (path: OptionPath, where: Where) => void places.set(pathText(path), where);

  const put = (path: OptionPath, found: unknown, where: Where) => {
    if (path.includes(reserved)) return void problems.push(problem("study/reserved-name", "error", where));
    let here = value;
    for (const step of path.slice(0, -1)) {
      const next = Object.hasOwn(here, String(step)) ? here[step] : undefined;
      if (next !== undefined && (typeof next !== "object" || next === null)) return givenTwice(path, where);
      if (next === undefined) here[step] = {};
      here = here[step] as Record<string, unknown>;
    }
    const last = String(path[path.length - 1]);
    if (Object.hasOwn(here, last)) return givenTwice(path, where);
    here[last] = found;
    place(path, where);
  };
  const givenTwice = (path: OptionPath, where: Where) => {
    const name = pathText(path);
    const { sheet, cell } = places.get(name) ?? {};
    problems.push(problem("study/given-twice", "error", where, { name, other: `${sheet ?? ""} ${cell ?? ""}`.trim() }));
  };
  const decode = (cell: SheetCell, schemas: readonly JsonSchema[], where: Where): unknown => {
    const decoded = decodeCell(cell, schemas);
    if (decoded.kind === "value") return decoded.value;
    if (decoded.kind === "fault") {
      const { reason, expected } = decoded;
      problems.push(problem("study/cell-not-readable", "error", where, { found: String(cell), expected, reason }));
    }
    return undefined;
  };

  const lists = new Map(layout.lists.map((list) => [pathText(list.path), list]));
  let hasSettings = false;
  for (const sheet of sheets) {
    const list = lists.get(textOf(sheet.rows[0]?.[0]));
    if (list !== undefined) readList(sheet, list, { at, decode, put, place, problems });
    else hasSettings = readSettings(sheet, root, layout, { at, decode, put, place, problems }) || hasSettings;
  }
  if (!hasSettings) problems.unshift(problem("study/no-settings-sheet", "error", { file }));

  const locate = (path: OptionPath): Where => {
    for (let n = path.length; n > 0; n--) {
      const found = places.get(pathText(path.slice(0, n)));
      if (found !== undefined) return { ...found, option: pathText(path) };
    }
    return { file, ...(path.length > 0 && { option: pathText(path) }) };
  };
  return { value: problems.length === 0 ? value : undefined, problems, locate };
}

interface Tools {
  at(sheet: string, row: number, column: number): Where;
  decode(cell: SheetCell, schemas: readonly JsonSchema[], where: Where): unknown;
  put(path: OptionPath, found: unknown, where: Where): void;
  place(path: OptionPath, where: Where): void;
  readonly problems: Problem[];
}

const textOf = (cell: SheetCell | undefined): string => (cell === null || cell === undefined ? "" : String(cell).trim());
const isEmpty = (cell: SheetCell | undefined) => textOf(cell) === "";

function readSettings(sheet: StudySheet, root: JsonSchema, layout: WorkbookLayout, tools: Tools): boolean {
  const head = sheet.rows.findIndex((row) => isSettingsHead(textOf(row[0]), textOf(row[1])));
  if (head < 0) return false;
  const known = new Map(layout.settings.map((row) => [pathText(row.path), row]));
  const seen = new Set<string>();
  sheet.rows.slice(head + 1).forEach((row, i) => {
    const name = textOf(row[0]);
    const line = head + 1 + i;
    if (name === "") {
      if (!isEmpty(row[1])) tools.problems.push(problem("study/row-without-name", "error", tools.at(sheet.name, line, 1)));
      return;
    }
    const path = name.split(".");
    const where = tools.at(sheet.name, line, 1);
    if (!seen.has(name)) tools.place(path, where);
    seen.add(name);
    const found = tools.decode(row[1] ?? null, known.get(name)?.schemas ?? schemaAt(root, path), where);
    if (found !== undefined) tools.put(path, found, where);
  });
  return true;
}

/** Rows of a list: its option in the first cell, then the row of heads (which has those of the options), one of remarks, then entries. */
function readList(sheet: StudySheet, list: ListSheet, tools: Tools): void {
  const columns = new Map(list.columns.map((column) => [column.name, column]));
  const head = sheet.rows.findIndex((row, i) => i > 0 && row.some((cell) => columns.has(textOf(cell))));
  if (head < 0) return;
  const heads = sheet.rows[head].map(textOf);
  const first = list.isNamed ? 1 : 0;
  const entries: unknown[] = [];
  sheet.rows.slice(head + 2).forEach((row, i) => {
    const line = head + 2 + i;
    if (row.every(isEmpty)) return;
    const name = list.isNamed ? textOf(row[0]) : entries.length;
    const where = tools.at(sheet.name, line, 0);
    if (name === "") {
      tools.problems.push(problem("study/row-without-name", "error", where));
      return;
    }
    const path = list.isNamed || !list.mayBeSingle ? [...list.path, name] : list.path;
    tools.place([...list.path, name], where);
    let entry: unknown;
    for (let j = first; j < heads.length; j++) {
      const head = heads[j];
      if (head === "") continue;
      const place = tools.at(sheet.name, line, j);
      const isShort = head === SHORT_FORM;
      const schemas = isShort ? list.shortSchemas : (columns.get(head)?.schemas ?? []);
      if (!isShort) {
        tools.place([...list.path, name, head], place);
        if (list.mayBeSingle && entries.length === 0) tools.place([...path, head], place);
      }
      const found = tools.decode(row[j] ?? null, schemas, place);
      if (found === undefined) continue;
      if (isShort) entry = found;
      else if (head === reserved) tools.problems.push(problem("study/reserved-name", "error", place));
      else entry = { ...((entry as object | undefined) ?? {}), [head]: found };
    }
    if (list.isNamed) tools.put([...list.path, name], entry ?? {}, where);
    else entries.push(entry ?? {});
  });
  if (list.isNamed || entries.length === 0) return;
  const found = entries.length === 1 && list.mayBeSingle ? entries[0] : entries;
  tools.put(list.path, found, tools.at(sheet.name, head, 0));
}
