import { cellName } from "../workbook/parse-workbook.js";

export type CellStyle = "title" | "head" | "note" | "text" | "amount" | "number" | "factor" | "total" | "plain";

/** A cell: a value, or a formula with the value it has. */
export interface CalcCell {
  readonly value: string | number | null;
  /** Without the equals sign. */
  readonly formula?: string;
  readonly style: CellStyle;
}

export interface CalcSheet {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** Rows at the top that stay in sight. */
  readonly sticky: number;
  readonly rows: readonly (readonly CalcCell[])[];
}

/** Where a cell is, and the value it has. */
export interface Place {
  readonly at: string;
  readonly value: number;
}

export const text = (value: string, style: CellStyle = "text"): CalcCell => ({ value, style });

/** A number; what is not known or not finite stays empty. */
export const number = (value: number | undefined, style: CellStyle = "number"): CalcCell => ({
  value: value !== undefined && Number.isFinite(value) ? value : null,
  style,
});

export const formula = (formula: string, value: number | string, style: CellStyle = "amount"): CalcCell => ({
  value,
  formula,
  style,
});

export const empty: CalcCell = { value: null, style: "plain" };

/** Address of a cell from places counted from 0, in another sheet where one is named. */
export function address(row: number, column: number, sheet?: string): string {
  const own = cellName(row, column);
  return sheet === undefined ? own : `${sheet}!${own}`;
}

/** A sum of places, each times its weight. */
export function sumOf(parts: readonly (Place & { readonly weight: number })[]): { formula: string; value: number } {
  if (parts.length === 0) return { formula: "0", value: 0 };
  const terms = parts.map(({ at, weight }, i) => {
    const sign = weight < 0 ? "-" : i === 0 ? "" : "+";
    const size = weight < 0 ? -weight : weight;
    return `${sign}${at}${size === 1 ? "" : `*${size}`}`;
  });
  return { formula: terms.join(""), value: parts.reduce((sum, { value, weight }) => sum + weight * value, 0) };
}
