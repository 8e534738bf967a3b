import { isoFromDay } from "@kontrafakt/base";
import { trimCell } from "../text/trim-cell.js";
import type { BoundCell } from "./bound-cell.js";
import { type Cell, cellText } from "./cell.js";
import type { UnreadColumn } from "./table-request.js";

/** The first cells of the columns that nobody asked for, blank ones left out. */
export function unreadColumns(
  rows: readonly { readonly cells: readonly Cell[] }[],
  header: readonly string[],
  cells: readonly BoundCell[],
): UnreadColumn[] {
  const asked = new Set(cells.map(({ index }) => index));
  return header.flatMap((text, j) => {
    if (asked.has(j)) return [];
    const texts = rows.map((row) => trimCell(cellText(row.cells[j], isoFromDay))).filter((found) => found !== "");
    return texts.length === 0 ? [] : [{ header: text, cells: texts }];
  });
}
