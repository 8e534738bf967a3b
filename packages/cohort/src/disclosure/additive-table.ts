/**
 * One figure of a system of sums. Each sum is a node: what enters it equals what leaves it. A figure is an arc between the two sums it is
 * part of, or the ground (node 0) where it is part of one only. Tables of one or two dimensions with their totals are such systems.
 */
export interface AdditiveCell {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** A system of sums. Node 0 is the ground, in which nothing must add up. */
export interface AdditiveTable {
  readonly nodes: number;
  readonly cells: readonly AdditiveCell[];
}

/** Parts and their total: cells are the parts in order, then the total. */
export function partsTable(parts: readonly number[], total: number): AdditiveTable {
  return {
    nodes: 2,
    cells: [...parts.map((value) => ({ from: 0, to: 1, value })), { from: 1, to: 0, value: total }],
  };
}

/**
 * A rows × columns table with both margins and the total. Cells in order: the inner ones row by row, the row totals, the column totals,
 * the grand total.
 */
export function crossTable(rows: readonly (readonly number[])[]): AdditiveTable {
  const width = rows[0]?.length ?? 0;
  const row = (i: number) => 1 + i;
  const column = (j: number) => 1 + rows.length + j;
  const allRows = 1 + rows.length + width;
  const allColumns = allRows + 1;
  const rowSums = rows.map((line) => line.reduce((a, b) => a + b, 0));
  const columnSums = Array.from({ length: width }, (_, j) => rows.reduce((sum, line) => sum + line[j], 0));
  return {
    nodes: allColumns + 1,
    cells: [
      ...rows.flatMap((line, i) => line.map((value, j) => ({ from: column(j), to: row(i), value }))),
      ...rowSums.map((value, i) => ({ from: row(i), to: allRows, value })),
      ...columnSums.map((value, j) => ({ from: allColumns, to: column(j), value })),
      { from: allRows, to: allColumns, value: rowSums.reduce((a, b) => a + b, 0) },
    ],
  };
}
