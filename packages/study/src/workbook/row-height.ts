import type { Cell } from "write-excel-file/universal";

const LINE_POINTS = 15;
const MOST_LINES = 8;

/**
 * A row as high as its longest text needs, which spreadsheets do not work out by themselves when they open a file.
 *
 * @param widths of the columns
 * @param perWidth characters that a unit of width holds; 1 for bold text
 */
export function withHeight(cells: readonly Cell[], widths: readonly number[], perWidth = 1.15): Cell[] {
  const lines = cells.map((cell, k) => {
    const value = (cell as { value?: unknown } | null)?.value;
    return typeof value === "string" ? Math.ceil(value.length / (widths[k] * perWidth)) : 1;
  });
  const height = LINE_POINTS * Math.min(MOST_LINES, Math.max(...lines));
  return cells.map((cell, k) => (k === 0 ? ({ ...(cell as object), height } as Cell) : cell));
}
