import type { Column, Table } from "../table/table.js";

/** The rows of a table for which `left` is 0, in order; the table itself where none is left out. */
export function takeRows(table: Table, left: Uint8Array): Table {
  if (!left.includes(1)) return table;
  const rows = Int32Array.from(left.keys()).filter((i) => left[i] === 0);
  const column = (from: Column): Column => {
    if (from.type === "number") return { ...from, values: Float64Array.from(rows, (i) => from.values[i]) };
    return { ...from, values: rows.map((i) => from.values[i]) };
  };
  const columns = (from: ReadonlyMap<string, Column>) => new Map([...from].map(([key, c]) => [key, column(c)] as const));
  return {
    ...table,
    rows: rows.length,
    origin: rows.map((i) => table.origin[i]),
    ...(table.part ? { part: Uint16Array.from(rows, (i) => (table.part as Uint16Array)[i]) } : {}),
    columns: columns(table.columns),
    ...(table.wide ? { wide: columns(table.wide) } : {}),
  };
}
