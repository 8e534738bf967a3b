/** Rows of a delimited text with quoted fields (RFC 4180), whatever its line ends; a byte order mark and a last empty line left out. */
export function csvRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const source = text.replace(/^\ufeff/, "");
  const close = () => {
    row.push(cell);
    rows.push(row);
    row = [];
    cell = "";
  };
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (source[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === delimiter) {
      row.push(cell);
      cell = "";
    } else if (c === "\n") close();
    else if (!(c === "\r" && source[i + 1] === "\n")) cell += c;
  }
  if (row.length > 0 || cell !== "") close();
  return rows;
}

/** The rows as a delimited text, fields quoted where they must be. */
export function csvText(rows: readonly (readonly string[])[], delimiter: string): string {
  const field = (cell: string) => (new RegExp(`["\\r\\n\\t${delimiter}]`).test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => `${row.map(field).join(delimiter)}\r\n`).join("");
}
