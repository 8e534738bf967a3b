import { fail } from "@kontrafakt/base";
import Papa from "papaparse";
import { messages } from "../messages.js";
import { type OnFields, scanFields } from "./scan-fields.js";

/** Why a line cannot be split into fields; "" where it can. */
export type RecordFault = "" | "cohort/broken-quotes" | "cohort/zero-bytes";

/** Receives a record and the line it begins on. With a fault, `fields` is the line as it stands. */
export type OnRecord = (fields: string[], line: number, fault: RecordFault) => void;

/** Takes records without making strings of their fields, from pieces that hold no quotation mark, once it is ready to. */
export interface FastRecords {
  ready(): boolean;
  readonly fields: OnFields;
}

const LONGEST = 1 << 22;
/** Rows parsed at once after a broken one, growing again, so that many broken rows do not cost the whole piece each. */
const FEW = 16;

/**
 * Splits text with `\n` line breaks into records. A record whose quotes make no sense (never closed, closed in mid-cell, or running
 * over lines into the wrong number of fields) gives up its first line alone as broken, and reading goes on at the next line, so a
 * stray quote costs one row. Likewise a line that holds zero bytes.
 */
export async function readRecords(
  file: string,
  chunks: AsyncIterable<string>,
  chooseDelimiter: (sample: string) => string,
  onRecord: OnRecord,
  fast?: FastRecords,
): Promise<void> {
  let rest = "";
  let line = 1;
  let width = -1;
  let delimiter: string | undefined;
  let tryAt = 0;

  const take = (input: string, last: boolean): string => {
    let text = input;
    let limit = 0;
    while (text.length > 0) {
      delimiter ??= chooseDelimiter(text);
      const quoted = text.includes('"');
      const zeros = text.includes("\0");
      if (!quoted && !zeros && fast?.ready() === true) {
        const { end, line: next } = scanFields(text, 0, delimiter, line, fast.fields);
        line = next;
        return text.slice(end);
      }
      const config = { delimiter, newline: "\n" as const };
      const some = limit > 0 ? { preview: limit, fastMode: false } : {};
      const { data, errors, meta } = new Papa.Parser({ ...config, ...some }).parse(text, 0, true);
      const rows = data as string[][];
      const bad = firstBroken(rows, errors, quoted, width);
      const whole = bad < 0 ? rows.length : bad;
      for (let i = 0; i < whole; i++) {
        if (zeros && rows[i].some((field) => field.includes("\0")))
          onRecord([rows[i].join(delimiter)], line, "cohort/zero-bytes");
        else onRecord(rows[i], line, "");
        if (width < 0 && !blank(rows[i])) width = rows[i].length;
        line += 1 + (quoted ? breaks(rows[i]) : 0);
      }
      if (bad >= 0) {
        const before =
          bad === 0 ? 0 : new Papa.Parser({ ...config, preview: bad, fastMode: false }).parse(text, 0, false).meta.cursor;
        text = giveUpLine(text.slice(before));
        limit = FEW;
      } else if (limit > 0 && rows.length === limit) {
        text = text.slice(meta.cursor);
        limit *= 4;
      } else {
        const unfinished = text.slice(meta.cursor);
        if (!last || unfinished === "") return unfinished;
        text = giveUpLine(unfinished);
        limit = FEW;
      }
    }
    return text;
  };
  const giveUpLine = (text: string): string => {
    const end = text.indexOf("\n");
    onRecord([end < 0 ? text : text.slice(0, end)], line++, "cohort/broken-quotes");
    return end < 0 ? "" : text.slice(end + 1);
  };

  /** Takes a piece as it is, but for a line that began before it: joining texts would cost more than reading them. */
  const takeFast = (chunk: string): boolean => {
    if (delimiter === undefined || fast?.ready() !== true || rest.includes('"') || chunk.includes('"')) return false;
    if (chunk.includes("\0") || rest.includes("\0")) return false;
    const first = rest === "" ? 0 : chunk.indexOf("\n") + 1;
    if (rest !== "" && first === 0) return false;
    if (first > 0) line = scanFields(rest + chunk.slice(0, first), 0, delimiter, line, fast.fields).line;
    const { end, line: next } = scanFields(chunk, first, delimiter, line, fast.fields);
    line = next;
    rest = chunk.slice(end);
    return true;
  };

  for await (const chunk of chunks) {
    if (takeFast(chunk)) {
      tryAt = 2 * rest.length;
      continue;
    }
    rest += chunk;
    if (rest.length < tryAt || (rest.length <= LONGEST && !chunk.includes("\n"))) continue;
    rest = take(rest, false);
    while (rest.length > LONGEST) {
      if (!rest.includes("\n")) fail("cohort/line-too-long", { file, row: line }, { limit: LONGEST }, messages);
      rest = take(giveUpLine(rest), false);
    }
    tryAt = 2 * rest.length;
  }
  if (rest.length > 0) take(rest.endsWith("\n") ? rest : `${rest}\n`, true);
}

/** Index of the first row whose quotes make no sense, −1 if none. Errors of a row not yet complete do not count. */
function firstBroken(
  rows: string[][],
  errors: readonly { row?: number; type: string }[],
  quoted: boolean,
  known: number,
): number {
  let first = -1;
  for (const error of errors) {
    const row = error.row ?? -1;
    if (error.type === "Quotes" && row >= 0 && row < rows.length && (first < 0 || row < first)) first = row;
  }
  if (!quoted) return first;
  const width = known >= 0 ? known : (rows.find((row) => !blank(row))?.length ?? 0);
  const limit = first < 0 ? rows.length : first;
  for (let i = 0; i < limit; i++) if (rows[i].length !== width && breaks(rows[i]) > 0) return i;
  return first;
}

function breaks(fields: readonly string[]): number {
  let n = 0;
  for (const field of fields) {
    for (let at = field.indexOf("\n"); at >= 0; at = field.indexOf("\n", at + 1)) n++;
  }
  return n;
}

export function blank(fields: readonly string[]): boolean {
  for (const field of fields) if (field.trim() !== "") return false;
  return true;
}

/** Whether a record can stand before the header: nothing, or the `sep=;` that spreadsheets write for themselves. */
export function beforeHeader(fields: readonly string[]): boolean {
  return blank(fields) || /^sep=[;,|\t]?$/i.test(fields.join("").trim());
}
