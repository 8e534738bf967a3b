import type { Cell, Sheet } from "write-excel-file/universal";
import { describeSchema } from "../describe-schema.js";
import { flowYaml } from "../draft/draft-yaml.js";
import { pathText } from "../parse-yaml.js";
import type { JsonSchema } from "../schema-at.js";
import { peopleJsonSchema } from "../study-json-schema.js";
import { encodeCell } from "./cell-value.js";
import { declareEncoding } from "./declare-encoding.js";
import { cellName } from "./parse-workbook.js";
import { withHeight } from "./row-height.js";
import { type DropDown, type SheetExtras, sheetFeatures } from "./sheet-features.js";
import { allowedWords, isHeaderOption, type ListSheet, type SettingRow, workbookLayout } from "./workbook-layout.js";
import { SHORT_FORM, workbookWords } from "./workbook-words.js";

/** What stands beside an option in the workbook. */
export interface OptionRemark {
  readonly text: string;
  /** Still to be chosen: the cell is marked. */
  readonly isOpen: boolean;
}

export interface WorkbookContent {
  /** The study as its YAML would have it; options still to be chosen are null. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly language: "en" | "da";
  readonly remarks?: ReadonlyMap<string, OptionRemark>;
  /** Headers of the study's files, by file. */
  readonly headers?: ReadonlyMap<string, readonly string[]>;
  /** What options mean, by path with `*` for names, in the workbook's language; else the schema's own words. */
  readonly meanings?: Readonly<Record<string, string>>;
  /** Texts to offer for an option, by its path with `*` for names. */
  readonly offers?: ReadonlyMap<string, readonly string[]>;
}

type Group = Readonly<Record<string, unknown>>;
type Style = Readonly<Record<string, unknown>>;

const EMPTY_ROWS = 20;
const head: Style = { fontWeight: "bold", backgroundColor: "#1f4e79", textColor: "#ffffff", alignVertical: "center", wrap: true };
const group: Style = { fontWeight: "bold", backgroundColor: "#e2ecf5", alignVertical: "top" };
const quiet: Style = { textColor: "#595959", wrap: true, alignVertical: "top" };
const open: Style = { backgroundColor: "#fff2a8" };
const input: Style = { align: "left", alignVertical: "top", wrap: true, borderColor: "#b0b0b0", borderStyle: "thin" };

const isGroup = (value: unknown): value is Group => typeof value === "object" && value !== null && !Array.isArray(value);

function valueAt(root: unknown, path: readonly string[]): unknown {
  let here = root;
  for (const step of path) {
    if (!isGroup(here) || !Object.hasOwn(here, step)) return undefined;
    here = here[step];
  }
  return here;
}

/** Writes a study as a workbook (xlsx): a sheet of settings and one for each list, which `parseStudy` reads back as the same study. */
export async function writeWorkbook(content: WorkbookContent): Promise<Uint8Array> {
  const { default: writeXlsx } = await import("write-excel-file/universal");
  const words = workbookWords[content.language];
  const layout = workbookLayout(peopleJsonSchema());
  const names = sheetNames(layout.lists);
  const offered = offerLists(words.lists);
  const settings = settingsSheet(layout.settings, names, content, offered);
  const lists = layout.lists.map((list) => listSheet(list, content, offered));
  const sheets: Sheet<Blob>[] = [
    {
      data: settings.rows,
      sheet: words.settings,
      columns: widths(SETTING_WIDTHS),
      stickyRowsCount: 4,
      showGridLines: false,
      orientation: "landscape" as const,
    },
    ...lists.map(({ rows, columns }, i) => ({
      data: rows,
      sheet: names[i],
      columns,
      stickyRowsCount: 3,
      orientation: "landscape" as const,
    })),
    { data: offered.rows(), sheet: words.lists },
  ];
  const hidden: SheetExtras = { dropDowns: [], folded: new Set(), isHidden: true };
  const extras = [settings.extras, ...lists.map((list) => list.extras), hidden];
  const blob = await writeXlsx(sheets, { features: [sheetFeatures(extras)], fontFamily: "Calibri", fontSize: 11 }).toBlob();
  return declareEncoding(new Uint8Array(await blob.arrayBuffer()));
}

/** Widths of the columns of the sheet of settings, in characters. */
const SETTING_WIDTHS = [36, 38, 62, 28, 18, 60] as const;
const LIST_WIDTH = 26;

const widths = (all: readonly number[]) => all.map((width) => ({ width }));

/** A list's sheet is named as its option; where several are named alike, those deeper down with the option around them. */
function sheetNames(lists: readonly ListSheet[]): string[] {
  return lists.map(({ path }) => {
    const name = path[path.length - 1];
    const alike = lists.filter((other) => other.path[other.path.length - 1] === name);
    const isFirst = alike.every((other) => other.path === path || other.path.length > path.length);
    return (isFirst ? name : path.slice(-2).join(".")).slice(0, 31);
  });
}

interface Offers {
  /** The range of a list of texts, written once however often it is offered. */
  range(texts: readonly string[]): string;
  rows(): Cell[][];
}

function offerLists(sheet: string): Offers {
  const lists: (readonly string[])[] = [];
  const known = new Map<string, number>();
  return {
    range(texts) {
      const key = JSON.stringify(texts);
      let at = known.get(key);
      if (at === undefined) {
        at = lists.length;
        known.set(key, at);
        lists.push(texts);
      }
      const column = cellName(0, at).replace(/\d+$/, "");
      return `'${sheet}'!$${column}$1:$${column}$${texts.length}`;
    },
    rows() {
      const longest = Math.max(1, ...lists.map((list) => list.length));
      return Array.from({ length: longest }, (_, i) =>
        lists.map((list) => (i < list.length ? { value: list[i], type: String } : null)),
      );
    },
  };
}

/** A cell to fill in: dates and texts keep the form they are typed in, numbers are numbers. */
function valueCell(value: unknown, schemas: readonly JsonSchema[], isOpen: boolean): Cell {
  const encoded = value === null && isOpen ? null : encodeCell(value, schemas);
  const style = isOpen ? { ...input, ...open } : input;
  if (typeof encoded === "number") return { value: encoded, type: Number, ...style } as Cell;
  if (typeof encoded === "boolean") return { value: encoded, type: Boolean, ...style } as Cell;
  const isNumber = schemas.some(({ type }) => type === "number" || type === "integer");
  if (encoded === null || encoded === "") return { ...style, ...(isNumber ? {} : { type: String, format: "@" }) } as Cell;
  return { value: encoded, type: String, format: "@", ...style } as Cell;
}

const text = (value: string, style: Style = {}): Cell =>
  value === "" ? (style as Cell) : ({ value, type: String, ...style } as Cell);

function meaningOf(pattern: string, schemas: readonly JsonSchema[], { meanings = {} }: WorkbookContent): string {
  if (Object.hasOwn(meanings, pattern)) return meanings[pattern];
  return schemas.find(({ description }) => description !== undefined)?.description ?? "";
}

/** The texts a drop-down offers for an option, and whether they are all it takes. */
function offersFor(
  path: readonly string[],
  pattern: string,
  schemas: readonly JsonSchema[],
  { value, headers, offers }: WorkbookContent,
  file?: unknown,
): { readonly texts: readonly string[]; readonly isClosed: boolean } | undefined {
  const allowed = allowedWords(schemas);
  if (allowed !== undefined) return { texts: allowed, isClosed: true };
  const given = offers?.get(pattern);
  if (given !== undefined && given.length > 0) return { texts: given, isClosed: false };
  const names = headers && [...headers.keys()];
  if (path[path.length - 1] === "file" && names !== undefined && names.length > 0) return { texts: names, isClosed: false };
  if (headers === undefined || !isHeaderOption(schemas)) return undefined;
  let from = file;
  for (let n = path.length - 1; n > 0 && from === undefined; n--) from = valueAt(value, [...path.slice(0, n), "file"]);
  const found = headers.get(String(Array.isArray(from) ? from[0] : from));
  return found === undefined || found.length === 0 ? undefined : { texts: found, isClosed: false };
}

interface BuiltSheet {
  readonly rows: Cell[][];
  readonly extras: SheetExtras;
}

function settingsSheet(
  rows: readonly SettingRow[],
  lists: readonly string[],
  content: WorkbookContent,
  offered: Offers,
): BuiltSheet {
  const words = workbookWords[content.language];
  const out: Cell[][] = [
    [text(words.help[0], { fontStyle: "italic" })],
    [text(words.help[1], { fontStyle: "italic" })],
    [null],
    words.heads.map((word) => text(word, head)),
  ];
  const dropDowns: DropDown[] = [];
  const folded = new Set<number>();
  let list = 0;
  for (const { path, kind, schemas } of rows) {
    const name = pathText(path);
    const value = valueAt(content.value, path);
    const remark = content.remarks?.get(name);
    const isOpen = remark?.isOpen ?? false;
    const meaning = meaningOf(name, schemas, content);
    const row = out.length;
    if (isFolded(path, content.value, rows)) folded.add(row);
    const own = kind === "option" ? value : kind === "list" ? wholeList(value) : wholeGroup(value);
    const cells = [
      text(name, kind === "option" ? { alignVertical: "top" } : group),
      kind === "option" || own !== undefined || isOpen ? valueCell(own, schemas, isOpen) : text("", group),
      text(meaning, kind === "option" ? quiet : { ...group, fontWeight: undefined, wrap: true }),
    ];
    if (kind === "list") cells.push(text(words.seeSheet(lists[list++]), group), text("", group));
    else if (kind === "group") cells.push(text("", group), text("", group));
    else {
      const standard = schemas.find((schema) => schema.default !== undefined)?.default;
      cells.push(text(describeSchema(schemas), quiet), text(standard === undefined ? "" : flowYaml(standard), quiet));
      const found = offersFor(path, name, schemas, content);
      if (found !== undefined)
        dropDowns.push({ cells: cellName(row, 1), from: offered.range(found.texts), isClosed: found.isClosed });
    }
    cells.push(
      text(
        remark === undefined ? "" : `${isOpen ? `${words.choose}: ` : ""}${remark.text}`,
        kind === "option" ? quiet : { ...group, fontWeight: undefined, wrap: true },
      ),
    );
    out.push(withHeight(cells, SETTING_WIDTHS));
  }
  return { rows: out, extras: { dropDowns, folded, isHidden: false } };
}

/** A group that its options cannot show: one without any, or something else in its place. */
const wholeGroup = (value: unknown) => (isGroup(value) && Object.keys(value).length > 0 ? undefined : value);

/** A list that its sheet cannot show: an empty one, or one entry that stands as a list where it could stand alone. */
function wholeList(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 1 ? undefined : value;
  return wholeGroup(value);
}

/** Options of a group that the study says nothing of and need not, under the group's own row. */
function isFolded(path: readonly string[], value: Group, rows: readonly SettingRow[]): boolean {
  for (let n = 1; n < path.length; n++) {
    const around = path.slice(0, n);
    const parent = rows.find((row) => row.kind === "group" && pathText(row.path) === pathText(around));
    const name = around[around.length - 1];
    const isOptional = ["format", "recode", "treatment", "ids"].includes(name) || (n > 1 && parent !== undefined);
    if (isOptional && valueAt(value, around) === undefined) return true;
  }
  return false;
}

function listSheet(
  list: ListSheet,
  content: WorkbookContent,
  offered: Offers,
): BuiltSheet & { readonly columns: { width: number }[] } {
  const words = workbookWords[content.language];
  const value = valueAt(content.value, list.path);
  const path = pathText(list.path);
  const entries = entriesOf(list, value);
  const short = list.hasShortForm ? [SHORT_FORM] : [];
  const heads = [...(list.isNamed ? [words.name] : []), ...list.columns.map(({ name }) => name), ...short];
  const meanings = list.columns.map(({ name, schemas }) => meaningOf(`${path}.*.${name}`, schemas, content));
  const remarks = [...(list.isNamed ? [""] : []), ...meanings, ...short.map(() => words.shortForm)];
  const rows: Cell[][] = [
    [text(path, { fontWeight: "bold" }), text(words.listHelp(path), { fontStyle: "italic" })],
    heads.map((word) => text(word, head)),
    withHeight(
      remarks.map((meaning) => text(meaning.length > 150 ? `${meaning.slice(0, 149)}…` : meaning, quiet)),
      heads.map(() => LIST_WIDTH),
    ),
  ];
  const first = list.isNamed ? 1 : 0;
  for (const { name, entry } of entries) {
    const isWhole =
      !isGroup(entry) ||
      Object.keys(entry).length === 0 ||
      Object.keys(entry).some((key) => !list.columns.some((c) => c.name === key));
    const cells: Cell[] = list.isNamed ? [text(name, input)] : [];
    const base = list.isNamed ? [...list.path, name] : list.path;
    for (const column of list.columns) {
      const remark = content.remarks?.get(pathText([...base, column.name]));
      cells.push(valueCell(isWhole ? undefined : (entry as Group)[column.name], column.schemas, remark?.isOpen ?? false));
    }
    if (list.hasShortForm)
      cells.push(
        valueCell(isWhole && !(isGroup(entry) && Object.keys(entry).length === 0) ? entry : undefined, list.shortSchemas, false),
      );
    rows.push(cells);
  }
  const until = rows.length + EMPTY_ROWS;
  while (rows.length < until) {
    rows.push([
      ...(list.isNamed ? [{ ...input, type: String, format: "@" } as Cell] : []),
      ...list.columns.map(({ schemas }) => valueCell(undefined, schemas, false)),
      ...short.map(() => valueCell(undefined, list.shortSchemas, false)),
    ]);
  }
  const dropDowns: DropDown[] = [];
  list.columns.forEach(({ name, schemas }, k) => {
    const pattern = `${path}.*.${name}`;
    const offer = (file?: unknown) =>
      offersFor([...list.path, ...(list.isNamed ? ["*"] : []), name], pattern, schemas, content, file);
    const column = first + k;
    entries.forEach(({ entry }, i) => {
      const found = offer(isGroup(entry) ? entry.file : undefined);
      if (found !== undefined)
        dropDowns.push({ cells: cellName(3 + i, column), from: offered.range(found.texts), isClosed: found.isClosed });
    });
    const rest = offer();
    if (rest !== undefined)
      dropDowns.push({
        cells: `${cellName(3 + entries.length, column)}:${cellName(until - 1, column)}`,
        from: offered.range(rest.texts),
        isClosed: rest.isClosed,
      });
  });
  return { rows, columns: widths(heads.map(() => LIST_WIDTH)), extras: { dropDowns, folded: new Set(), isHidden: false } };
}

function entriesOf(list: ListSheet, value: unknown): readonly { readonly name: string; readonly entry: unknown }[] {
  if (list.isNamed) return isGroup(value) ? Object.entries(value).map(([name, entry]) => ({ name, entry })) : [];
  if (Array.isArray(value)) return value.length > 1 || !list.mayBeSingle ? value.map((entry) => ({ name: "", entry })) : [];
  return isGroup(value) && Object.keys(value).length > 0 ? [{ name: "", entry: value }] : [];
}
