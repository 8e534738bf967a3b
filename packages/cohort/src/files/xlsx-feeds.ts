import { type Context, fail } from "@kontrafakt/base";
import readWorkbook from "read-excel-file/universal";
import { messages } from "../messages.js";
import type { Cell } from "../table/cell.js";
import { findHeader } from "../table/find-header.js";
import { countMatches, neededMatches } from "../table/resolve-header.js";
import type { TableRequest } from "../table/table-request.js";
import { HEADER_WITHIN } from "../text/detect-delimiter.js";
import type { Bytes } from "./byte-reader.js";
import { isErrorText } from "./error-text.js";
import type { Feed } from "./feed.js";
import { openWorkbook } from "./open-workbook.js";
import { readAll } from "./read-all.js";
import { isMoment } from "./typed-cell.js";

interface Sheet {
  readonly sheet: string;
  readonly data: readonly (readonly unknown[])[];
}

const DAY = 86_400_000;
/** 1900-03-01, before which spreadsheets of the 1900 system are a day off. */
const MARCH_1900 = -25508;

/** The sheets of a workbook that the study asks for: one by name or number, all, or the one that holds the columns. */
export async function xlsxFeeds(
  bytes: Bytes,
  compression: Feed["compression"],
  request: TableRequest,
  context: Context | undefined,
): Promise<readonly Feed[]> {
  const file = bytes.name;
  const packed = await readAll(bytes, context);
  context?.signal?.throwIfAborted();
  let sheets: readonly Sheet[];
  const workbook = openWorkbook(file, packed);
  try {
    sheets = (await readWorkbook(workbook, { trim: false, parseNumber: exactNumber })) as unknown as readonly Sheet[];
  } catch {
    return fail("cohort/workbook-broken", { file }, {}, messages);
  }
  context?.signal?.throwIfAborted();
  const chosen = chooseSheets(file, sheets, request);
  const skipped = sheets.filter((sheet) => !chosen.includes(sheet) && sheet.data.length > 0).map(({ sheet }) => sheet);
  const isOne = sheets.length === 1 || request.format?.sheet !== "all";
  return chosen.map(({ sheet, data }) => ({
    kind: "xlsx",
    compression,
    sheet,
    skippedSheets: skipped,
    name: isOne ? file : `${file} [${sheet}]`,
    async read(sink) {
      for (let i = 0; i < data.length; i++) {
        if (i % 4096 === 0) {
          context?.signal?.throwIfAborted();
          context?.progress?.({ step: `read ${file} [${sheet}]`, done: i, total: data.length });
        }
        sink.record(data[i].map(cellOf), i + 1, "");
      }
    },
  }));
}

/** A number as its text says; the digits themselves where a double cannot hold them all. */
function exactNumber(text: string): number | string {
  return /^-?\d{16,}$/.test(text) && BigInt(text) !== BigInt(Number(text)) ? text : Number(text);
}

function cellOf(value: unknown): Cell {
  if (typeof value === "string") return isErrorText(value) ? { error: value } : value;
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (!isMoment(value)) return null;
  const milliseconds = value.getTime();
  const day = Math.floor((milliseconds + 500) / DAY);
  const serial = milliseconds / DAY + 25569;
  if (!(serial >= 1)) return serial;
  return { day: day < MARCH_1900 ? day + 1 : day };
}

function chooseSheets(file: string, sheets: readonly Sheet[], request: TableRequest): readonly Sheet[] {
  const names = sheets.map(({ sheet }) => `"${sheet}"`).join(", ");
  const asked = request.format?.sheet;
  if (asked !== undefined && asked !== "all") {
    const named =
      sheets.find(({ sheet }) => sheet === String(asked)) ?? (typeof asked === "number" ? sheets[asked - 1] : undefined);
    return [named ?? fail("cohort/sheet-missing", { file }, { sheet: asked, sheets: names }, messages)];
  }
  const filled = sheets.filter(({ data }) => data.length > 0);
  if (filled.length === 0) fail("cohort/file-empty", { file }, {}, messages);
  if (filled.length === 1) return filled;
  const found = filled.map((sheet) => headerOf(sheet, request));
  if (asked === "all") {
    const related = filled.filter((_, i) => found[i].matches > 0);
    return related.length > 0 ? related : [filled[0]];
  }
  const complete = filled.filter((_, i) => found[i].complete);
  if (complete.length > 1) {
    const several = complete.map(({ sheet }) => `"${sheet}"`).join(", ");
    fail("cohort/several-sheets", { file }, { sheets: several }, messages);
  }
  if (complete.length === 1) return complete;
  let best = 0;
  for (let i = 1; i < filled.length; i++) if (found[i].matches > found[best].matches) best = i;
  return [filled[best]];
}

function headerOf({ data }: Sheet, request: TableRequest): { readonly matches: number; readonly complete: boolean } {
  const records = data.slice(0, HEADER_WITHIN).map((row, i) => ({ cells: row.map(cellOf), line: i + 1 }));
  const found = findHeader(records, request);
  if (found === undefined) return { matches: 0, complete: false };
  const { columns, wide } = countMatches(found.header, request);
  return { matches: columns + wide, complete: found.complete && neededMatches(request) + wide > 0 };
}
