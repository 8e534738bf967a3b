export type Severity = "error" | "warning" | "note";

/** Where a problem was found. `row` counts lines of the file from 1, the header included. */
export interface Where {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly option?: string;
  /** Line and column in the study file, from 1. */
  readonly line?: number;
  readonly character?: number;
  /** Sheet and cell (`B7`) of a workbook. */
  readonly sheet?: string;
  readonly cell?: string;
}

export type Params = Readonly<Record<string, string | number | boolean | null>>;

/** Something the user should know. The sentence is derived from `code` and `params` by a catalogue. */
export interface Problem {
  readonly kind: "problem";
  /** `package/what-happened`, stable. */
  readonly code: string;
  readonly severity: Severity;
  readonly where: Where;
  readonly params: Params;
}

/** Sentences by code, with `{param}` where a parameter goes. */
export type Catalogue = Readonly<Record<string, string>>;

export function problem(code: string, severity: Severity, where: Where = {}, params: Params = {}): Problem {
  return { kind: "problem", code, severity, where, params };
}

/** Fills `{name}` in a sentence; an unknown name stays as it is. */
export function fill(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : whole));
}

/** `file:row column "c"` or `study.yaml:4:7`, whichever the problem knows. */
export function whereText(where: Where): string {
  const parts: string[] = [];
  if (where.file !== undefined)
    parts.push(where.line === undefined ? where.file : `${where.file}:${where.line}:${where.character ?? 1}`);
  else if (where.line !== undefined) parts.push(`line ${where.line}`);
  if (where.sheet !== undefined) parts.push(`sheet "${where.sheet}"`);
  if (where.cell !== undefined) parts.push(`cell ${where.cell}`);
  if (where.row !== undefined) parts.push(`row ${where.row}`);
  if (where.column !== undefined) parts.push(`column "${where.column}"`);
  if (where.option !== undefined) parts.push(`option ${where.option}`);
  return parts.join(", ");
}

/** The problem as one line of text. A code without a sentence shows itself. */
export function problemText(p: Problem, catalogue: Catalogue): string {
  const place = whereText(p.where);
  const sentence = Object.hasOwn(catalogue, p.code) ? fill(catalogue[p.code], p.params) : p.code;
  return place === "" ? sentence : `${place}: ${sentence}`;
}

/** Thrown when work cannot go on; carries the problems as data. */
export class KontrafaktError extends Error {
  override readonly name = "KontrafaktError";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], catalogue: Catalogue = {}) {
    super(problems.map((p) => problemText(p, catalogue)).join("\n"));
    this.problems = problems;
  }
}

/** Throws one problem as an error. */
export function fail(code: string, where: Where, params: Params, catalogue: Catalogue): never {
  throw new KontrafaktError([problem(code, "error", where, params)], catalogue);
}
