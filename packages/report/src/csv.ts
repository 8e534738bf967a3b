export type CsvCell = string | number | boolean | null | undefined;

export interface CsvStyle {
  readonly delimiter: string;
  readonly decimal: string;
}

/**
 * Rows as CSV for spreadsheets: UTF-8 with byte order mark, CRLF. Numbers keep every digit. A text that a spreadsheet would
 * take for a formula (first letter = + - @, tab or return) gets an apostrophe before it. What is not known is empty.
 */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[], style: CsvStyle): string {
  return `\ufeff${[header, ...rows].map((row) => `${row.map((cell) => csvCell(cell, style)).join(style.delimiter)}\r\n`).join("")}`;
}

function csvCell(cell: CsvCell, { delimiter, decimal }: CsvStyle): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number")
    return Number.isFinite(cell)
      ? String(cell === 0 ? 0 : cell).replace(".", decimal)
      : Number.isNaN(cell)
        ? ""
        : cell > 0
          ? "Inf"
          : "'-Inf";
  if (typeof cell === "boolean") return cell ? "1" : "0";
  const text = /^\s*[=+\-@]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
