/** Rows in order of unit and first day: those of unit u are `order[first[u]]` to `order[first[u + 1] − 1]`. */
export interface SortedSpells {
  readonly first: Int32Array;
  readonly order: Int32Array;
}

/** Rows of one unit up to which moving them one by one is fastest. */
const FEW = 64;

/**
 * Sorts spells by unit, then first day, then row: by counting the units, which reads the rows in their own order, and within a unit by
 * insertion. O(spells + units) where units have few spells each, O(spells log spells) otherwise.
 * Rows whose unit or group is negative are left out.
 */
export function sortedSpells(
  { unit, group, from }: { readonly unit: Int32Array; readonly group: Int32Array; readonly from: Int32Array },
  units: number,
): SortedSpells {
  const n = unit.length;
  const first = new Int32Array(units + 1);
  for (let i = 0; i < n; i++) if (unit[i] >= 0 && group[i] >= 0) first[unit[i] + 1]++;
  for (let u = 0; u < units; u++) first[u + 1] += first[u];
  const next = first.slice(0, units);
  const order = new Int32Array(first[units]);
  for (let i = 0; i < n; i++) if (unit[i] >= 0 && group[i] >= 0) order[next[unit[i]]++] = i;
  for (let u = 0; u < units; u++) {
    if (first[u + 1] - first[u] > FEW) order.subarray(first[u], first[u + 1]).sort((a, b) => from[a] - from[b] || a - b);
    else insertByDay(order, first[u], first[u + 1], from);
  }
  return { first, order };
}

/** Sorts `order[begin]` to `order[end − 1]` by first day; rows of one day stay in order. */
function insertByDay(order: Int32Array, begin: number, end: number, from: Int32Array): void {
  for (let k = begin + 1; k < end; k++) {
    const row = order[k];
    const day = from[row];
    let at = k;
    for (; at > begin && from[order[at - 1]] > day; at--) order[at] = order[at - 1];
    order[at] = row;
  }
}
