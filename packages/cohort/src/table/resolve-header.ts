import { fail, KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { nearestText } from "./nearest-text.js";
import { requestedColumns, type TableRequest } from "./table-request.js";

/** Header texts as they are compared: trimmed, in Unicode's composed form. */
export function tidyHeader(header: string): string {
  return header.trim().normalize("NFC");
}

export interface ResolvedHeader {
  /** Field index by key; −1 where an optional column is absent. */
  readonly index: ReadonlyMap<string, number>;
  readonly wide: readonly { readonly header: string; readonly index: number }[];
}

/** Finds the columns asked for. A missing or doubled one is an error that lists the headers found and the nearest of them. */
export function resolveHeader(file: string, row: number, found: readonly string[], request: TableRequest): ResolvedHeader {
  const index = new Map<string, number>();
  const shown = found.filter((h) => h !== "").map((h) => `"${h.length > 60 ? `${h.slice(0, 59)}…` : h}"`);
  const headers = shown.length > 30 ? `${shown.slice(0, 30).join(", ")} and ${shown.length - 30} more` : shown.join(", ");
  const missing: Problem[] = [];
  for (const [key, column] of requestedColumns(request)) {
    const wanted = tidyHeader(column.header);
    const at = found.indexOf(wanted);
    if (at >= 0 && found.indexOf(wanted, at + 1) >= 0) fail("cohort/column-twice", { file, row, column: wanted }, {}, messages);
    if (at < 0 && !column.optional) {
      const nearest = nearestText(wanted, found);
      const code = nearest === undefined ? "cohort/column-missing" : "cohort/column-missing-nearest";
      missing.push(
        problem(code, "error", { file, row, column: wanted }, { headers, ...(nearest === undefined ? {} : { nearest }) }),
      );
    }
    index.set(key, at);
  }
  if (missing.length > 0) throw new KontrafaktError(missing, messages);
  const wide: { header: string; index: number }[] = [];
  if (request.wide !== undefined) {
    const { matches, description } = request.wide;
    const seen = new Set<string>();
    found.forEach((header, i) => {
      if (!matches(header)) return;
      if (seen.has(header)) fail("cohort/column-twice", { file, row, column: header }, {}, messages);
      seen.add(header);
      wide.push({ header, index: i });
    });
    if (wide.length === 0) fail("cohort/wide-columns-missing", { file, row }, { pattern: description, headers }, messages);
  }
  return { index, wide };
}

/** How many of the columns asked for a header holds. */
export function countMatches(fields: readonly string[], request: TableRequest): number {
  const found = new Set(fields.map(tidyHeader));
  let n = 0;
  for (const [, column] of requestedColumns(request)) if (found.has(tidyHeader(column.header))) n++;
  if (request.wide !== undefined) for (const header of found) if (request.wide.matches(header)) n++;
  return n;
}
