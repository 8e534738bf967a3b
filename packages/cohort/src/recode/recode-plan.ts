import { fail, KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { FormatOptions } from "../options/format-options.js";
import type { ColumnRecode, RecodeOptions } from "../options/recode-options.js";
import { recodeProblems } from "../options/recode-problems.js";
import type { ColumnType } from "../table/column-builder.js";
import { tidyHeader } from "../table/resolve-header.js";
import { type ColumnRequest, requestedColumns, type TableRequest } from "../table/table-request.js";
import type { Thousands } from "../text/parse-number.js";

/** One recoding of one column. */
export interface RecodeStep {
  /** Key of the column in the table; undefined: every wide column. */
  readonly key: string | undefined;
  readonly header: string;
  readonly recode: ColumnRecode;
  /** Key of the column with each row's day, where a dated list needs it. */
  readonly on: string | undefined;
  /** Another column with the same header tells the study what there is to say. */
  readonly quiet: boolean;
}

/** Columns that are read as text for their recoding and become what was asked for after it. */
export interface RecodePlan {
  /** What to read in place of the request. */
  readonly request: TableRequest;
  readonly steps: readonly RecodeStep[];
  /** Keys of the days read only for recoding. */
  readonly temporary: readonly string[];
  readonly original: TableRequest;
  readonly format: FileWriting;
}

/** What the study says of how the file is written. */
export interface FileWriting {
  /** Cell texts that mean a missing value. */
  readonly missing: readonly string[];
  readonly decimal?: FormatOptions["decimal"];
  readonly thousands?: Thousands | undefined;
}

/** What works on cell texts, so that the column must be read as text. */
const textual = ["digits", "codes", "list", "boolean", "levels"] as const;

function isTextual(recode: ColumnRecode): boolean {
  return textual.some((what) => recode[what] !== undefined);
}

/**
 * What must be read from a file so that its columns can be recoded.
 * Errors: `KontrafaktError` for a header that the study does not read from the file, and for what cannot be done to a column's type.
 */
export function recodePlan(
  request: TableRequest,
  block: RecodeOptions | undefined,
  file: string,
  format: FileWriting,
): RecodePlan {
  refuseContradictions(block, file);
  const options = new Map(Object.entries(block ?? {}).map(([header, recode]) => [tidyHeader(header), recode] as const));
  const requested = requestedColumns(request);
  const columns = new Map<string, ColumnRequest>(requested);
  const steps: RecodeStep[] = [];
  const temporary: string[] = [];
  const told = new Set<string>();

  for (const [key, column] of requested) {
    const header = tidyHeader(column.header);
    const declared = options.get(header);
    for (const recode of [declared, column.recode]) {
      if (recode === undefined) continue;
      refuseFor(column.type, recode, file, header);
      const on = recode.on === undefined ? undefined : dayColumn(tidyHeader(recode.on));
      steps.push({ key, header, recode, on, quiet: recode === declared && told.has(header) });
    }
    if (declared !== undefined) told.add(header);
    const recodes = [declared, column.recode].filter((recode) => recode !== undefined);
    if (recodes.length === 0) continue;
    const extra = recodes.flatMap((recode) => recode.missing ?? []);
    const { recode: _, ...plain } = columns.get(key) as ColumnRequest;
    if (!recodes.some(isTextual) && column.type !== "category" && column.type !== "text") {
      columns.set(key, extra.length === 0 ? plain : { ...plain, missing: [...(column.missing ?? format.missing), ...extra] });
      continue;
    }
    const ticked = recodes.some((recode) => recode.boolean === "ticked");
    columns.set(key, { ...plain, type: "category", ...(ticked ? { missing: [], required: false } : {}) });
  }

  let { wide } = request;
  const pattern = wide && tidyHeader(wide.description);
  const ofWide = pattern === undefined ? undefined : options.get(pattern);
  if (wide !== undefined && pattern !== undefined && ofWide !== undefined) {
    refuseFor(wide.type ?? "number", ofWide, file, pattern);
    if (ofWide.on !== undefined || ofWide.boolean === "ticked" || ofWide.others === "list")
      fail("cohort/recode-not-for-wide", { file, column: pattern }, {}, messages);
    steps.push({ key: undefined, header: pattern, recode: ofWide, on: undefined, quiet: false });
    if (isTextual(ofWide) || ofWide.missing !== undefined) wide = { ...wide, type: "category" };
    told.add(pattern);
  }
  for (const header of options.keys()) {
    if (told.has(header)) continue;
    const known = [...new Set(requested.map(([, column]) => tidyHeader(column.header))), pattern ?? ""];
    fail("cohort/recode-column-unread", { file, column: header }, { known: known.filter(Boolean).join(", ") }, messages);
  }
  return { request: { ...request, columns, ...(wide ? { wide } : {}) }, steps, temporary, original: request, format };

  function dayColumn(header: string): string {
    for (const [key, column] of columns) if (column.type === "day" && tidyHeader(column.header) === header) return key;
    const key = `recode:${header}`;
    columns.set(key, { header, type: "day" });
    temporary.push(key);
    return key;
  }
}

/** Rules between the options of a recoding, for blocks that are no part of a checked study. */
function refuseContradictions(recode: RecodeOptions | undefined, file: string): void {
  const wrong: Problem[] = [];
  recodeProblems({ file, recode }, (path, code, params) => {
    wrong.push(problem(`cohort/${code}`, "error", { file, option: path.join(".") }, params));
  });
  if (wrong.length > 0) throw new KontrafaktError(wrong, messages);
}

function refuseFor(type: ColumnType, recode: ColumnRecode, file: string, column: string): void {
  if (type === "day" && (isTextual(recode) || recode.times !== undefined))
    fail("cohort/recode-not-for-dates", { file, column }, {}, messages);
  if (type !== "number" && recode.times !== undefined) fail("cohort/times-not-for-text", { file, column }, {}, messages);
}
