/** One file to hand over; personal data unless it is a script. Its text comes in pieces, since rows × periods can be many. */
export interface HandoverFile {
  readonly path: string;
  readonly text: Iterable<string>;
}

/** Languages a script can be written in. */
export type ScriptLanguage = "r" | "stata";

export type Cell = string | number;

const PIECE = 1 << 16;

/** A file of the form R and Stata read alike: commas, points, every digit, an empty cell where a number is missing. */
export function csvFile(path: string, header: readonly string[], rows: () => Iterable<readonly Cell[]>): HandoverFile {
  return { path, text: { [Symbol.iterator]: () => pieces(header, rows()) } };
}

function* pieces(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  let piece = line(header);
  for (const row of rows) {
    piece += line(row);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(",")}\n`;
}

function cellText(cell: Cell): string {
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const plainName = /^[A-Za-z][A-Za-z0-9_]{0,27}$/;
/** Words that are no variable name in R or Stata, and columns the files have of their own. */
const reserved = new Set(
  "if else repeat while function for next break true false inf nan na null in using with byte double float int long str strl unit person period first weight row wave set role start until event change adjusted outcome group time base through n estimate post treated y y0 y1 x".split(
    " ",
  ),
);

/** Names that R and Stata take for columns, all different whatever the case: the name itself where it can be, else the prefix and its place. */
export function columnNames(names: readonly string[], prefix: string, taken: ReadonlySet<string> = new Set()): string[] {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  return names.map((name, i) => {
    let column = plainName.test(name) ? name : `${prefix}${i + 1}`;
    for (let k = i + 1; used.has(column.toLowerCase()) || reserved.has(column.toLowerCase()); k++) column = `${prefix}_${k}`;
    used.add(column.toLowerCase());
    return column;
  });
}

/** Text of a comment line: no line break, no control character. */
export function commentText(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}

/** A number with every digit, as R and Stata read it. */
export function digits(value: number): string {
  return String(value === 0 ? 0 : value);
}
