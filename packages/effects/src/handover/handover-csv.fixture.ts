import type { HandoverFile } from "./handover-file.js";

export type Row = Readonly<Record<string, string>>;

/** Text of a file among those handed over. */
export function textOf(files: readonly HandoverFile[], path: string): string {
  const file = files.find((one) => one.path === path);
  if (!file) throw new Error(`no file ${path}`);
  return [...file.text].join("");
}

/** Rows of a file by header. Quoted cells hold no line break in these tests. */
export function rowsOf(files: readonly HandoverFile[], path: string): Row[] {
  const [header, ...lines] = textOf(files, path).trimEnd().split("\n").map(cells);
  return lines.map((line) => Object.fromEntries(header.map((name, j) => [name, line[j]])));
}

function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}
