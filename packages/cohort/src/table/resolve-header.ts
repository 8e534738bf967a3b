import { fail, KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { nearestText } from "./nearest-text.js";
import { requestedColumns, type TableRequest } from "./table-request.js";

/** Stands in a study for the name of the sheet, or of the file without its ending, in place of a header. */
export const SHEET_HEADER = "{sheet}";
export const FILE_HEADER = "{file}";

const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * Header texts as they are compared: in Unicode's composed form, without characters that cannot be seen, and with one space where
 * there are blanks or line breaks of any kind.
 */
export function tidyHeader(header: string): string {
  return header.replace(unseen, "").replace(/\s+/g, " ").trim().normalize("NFC");
}

export interface ResolvedHeader {
  /** Field index by key; −1 where an optional column is absent, −2 where the sheet's or file's name stands for it. */
  readonly index: ReadonlyMap<string, number>;
  readonly wide: readonly { readonly header: string; readonly index: number }[];
}

/** Place of a column of the name alone that no field has. */
export const NAMED = -2;

const isNamed = (header: string) => header === SHEET_HEADER || header === FILE_HEADER;

/**
 * Finds the columns asked for. Of two columns with one header, `Date#2` is the second. A missing or doubled one is an error that
 * lists the headers found and the nearest of them.
 */
export function resolveHeader(file: string, row: number, found: readonly string[], request: TableRequest): ResolvedHeader {
  const index = new Map<string, number>();
  const shown = found.filter((h) => h !== "").map((h) => `"${h.length > 60 ? `${h.slice(0, 59)}…` : h}"`);
  const headers = shown.length > 30 ? `${shown.slice(0, 30).join(", ")} and ${shown.length - 30} more` : shown.join(", ");
  const missing: Problem[] = [];
  for (const [key, column] of requestedColumns(request)) {
    const wanted = tidyHeader(column.header);
    if (isNamed(wanted)) {
      index.set(key, NAMED);
      continue;
    }
    const at = placeOf(wanted, found);
    if (at >= 0 && found[at] === wanted && found.indexOf(wanted, at + 1) >= 0) {
      fail("cohort/column-twice", { file, row, column: wanted }, { first: `${wanted}#1`, second: `${wanted}#2` }, messages);
    }
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
      if (header === "" || !matches(header)) return;
      if (seen.has(header)) fail("cohort/wide-column-twice", { file, row, column: header }, {}, messages);
      seen.add(header);
      wide.push({ header, index: i });
    });
    if (wide.length === 0) fail("cohort/wide-columns-missing", { file, row }, { pattern: description, headers }, messages);
  }
  return { index, wide };
}

/** Place of a header; of the nth of several equal ones for `header#n`, where no header is written so itself. −1 if there is none. */
function placeOf(wanted: string, found: readonly string[]): number {
  const at = found.indexOf(wanted);
  const numbered = at < 0 ? /^(.+)#([1-9]\d{0,2})$/.exec(wanted) : null;
  if (numbered === null) return at;
  let place = -1;
  for (let n = Number(numbered[2]); n > 0; n--) {
    place = found.indexOf(numbered[1], place + 1);
    if (place < 0) return -1;
  }
  return place;
}

export interface Matches {
  readonly columns: number;
  readonly wide: number;
}

/** How many of the columns that must be there, and how many wide ones, a header holds. Texts are tidied already. */
export function countMatches(found: readonly string[], request: TableRequest): Matches {
  let columns = 0;
  for (const [, column] of requestedColumns(request)) {
    const wanted = tidyHeader(column.header);
    if (!column.optional && !isNamed(wanted) && placeOf(wanted, found) >= 0) columns++;
  }
  let wide = 0;
  if (request.wide !== undefined) for (const header of new Set(found)) if (header !== "" && request.wide.matches(header)) wide++;
  return { columns, wide };
}

/** How many columns must be in the header. */
export function neededMatches(request: TableRequest): number {
  return requestedColumns(request).filter(([, { header, optional }]) => !optional && !isNamed(tidyHeader(header))).length;
}
