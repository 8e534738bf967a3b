import { fail, isoFromDay } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { type Cell, cellText } from "./cell.js";
import type { FoundHeader } from "./find-header.js";
import { resolveHeader } from "./resolve-header.js";
import type { TableRequest } from "./table-request.js";

/** Fails for a file whose first records hold no header with the columns asked for, as its content suggests. */
export function refuseWithoutHeader(
  file: string,
  before: readonly { readonly cells: readonly Cell[]; readonly line: number; readonly fault: string }[],
  found: FoundHeader | undefined,
  request: TableRequest,
): asserts found is FoundHeader {
  if (before.length === 0) fail("cohort/file-empty", { file }, {}, messages);
  const start = cellText(before[0].cells[0], isoFromDay).trimStart();
  if (/^<(?:!doctype|html|head|body|table|div|meta|style|\?xml)/i.test(start)) fail("cohort/is-html", { file }, {}, messages);
  if (/^(?:\{\s*("|$)|\[\s*([{["]|$))/.test(start)) fail("cohort/is-json", { file }, {}, messages);
  const broken = before.find(({ fault }) => fault !== "");
  if (broken !== undefined && (found === undefined || broken.line <= found.line)) {
    fail(
      broken.fault === "cohort/zero-bytes" ? "cohort/not-text" : "cohort/broken-header",
      { file, row: broken.line },
      {},
      messages,
    );
  }
  if (found === undefined) fail("cohort/header-cut-off", { file }, { rows: request.format?.headerRows ?? 1 }, messages);
  resolveHeader(file, found.line, found.header, request);
}
