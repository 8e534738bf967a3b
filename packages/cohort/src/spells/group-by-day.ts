import { type GroupedRows, groupRows } from "./group-rows.js";

/** Groups of up to so many rows are sorted by insertion. */
const SMALL = 64;

/**
 * Rows by group, those of a group by first day, then by row. A row whose group is negative is left out.
 * O(rows) for groups in order or small; O(g log g) for a group of g others.
 */
export function groupByDay(group: Int32Array, from: Int32Array, groups: number): GroupedRows {
  const grouped = groupRows(group.length, groups, (i) => group[i]);
  const { first, order } = grouped;
  const earlier = (a: number, b: number) => from[a] - from[b] || a - b;
  for (let g = 0; g < groups; g++) {
    const [low, high] = [first[g], first[g + 1]];
    let k = low + 1;
    while (k < high && from[order[k]] >= from[order[k - 1]]) k++;
    if (k >= high) continue;
    if (high - low > SMALL) {
      order.subarray(low, high).sort(earlier);
      continue;
    }
    for (; k < high; k++) {
      const row = order[k];
      let place = k;
      for (; place > low && from[order[place - 1]] > from[row]; place--) order[place] = order[place - 1];
      order[place] = row;
    }
  }
  return grouped;
}
