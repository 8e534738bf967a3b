/** Rows by group: `order[first[g]]` to `order[first[g + 1] − 1]` are the rows of group g, ascending. */
export interface GroupedRows {
  readonly first: Int32Array;
  readonly order: Int32Array;
}

/** Groups n rows; a row whose group is negative is left out. */
export function groupRows(n: number, groups: number, groupOf: (row: number) => number): GroupedRows {
  const first = new Int32Array(groups + 1);
  for (let i = 0; i < n; i++) {
    const g = groupOf(i);
    if (g >= 0) first[g + 1]++;
  }
  for (let g = 0; g < groups; g++) first[g + 1] += first[g];
  const order = new Int32Array(first[groups]);
  const next = first.slice(0, -1);
  for (let i = 0; i < n; i++) {
    const g = groupOf(i);
    if (g >= 0) order[next[g]++] = i;
  }
  return { first, order };
}
