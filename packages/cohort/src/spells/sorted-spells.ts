/** Rows in order of unit and first day: those of unit u are `order[first[u]]` to `order[first[u + 1] − 1]`. */
export interface SortedSpells {
  readonly first: Int32Array;
  readonly order: Int32Array;
}

/** Widest span of first days that is sorted by counting; dates far apart cost memory, not time. */
const WIDEST = 4_000_000;

/**
 * Sorts spells by unit, then first day, then row, by two stable counting sorts: O(spells + units + days spanned).
 * Rows whose unit or group is negative are left out.
 */
export function sortedSpells(
  { unit, group, from }: { readonly unit: Int32Array; readonly group: Int32Array; readonly from: Int32Array },
  units: number,
): SortedSpells {
  const n = unit.length;
  let earliest = 2 ** 31;
  let latest = -(2 ** 31);
  let used = 0;
  for (let i = 0; i < n; i++) {
    if (unit[i] < 0 || group[i] < 0) continue;
    used++;
    if (from[i] < earliest) earliest = from[i];
    if (from[i] > latest) latest = from[i];
  }
  const rows = new Int32Array(used);
  for (let i = 0, k = 0; i < n; i++) if (unit[i] >= 0 && group[i] >= 0) rows[k++] = i;
  if (used > 0 && latest - earliest >= WIDEST) throw new Error(`first days span ${latest - earliest} days, more than ${WIDEST}`);
  const byDay = countingSort(rows, used === 0 ? 0 : latest - earliest + 1, from, earliest);
  const byUnit = countingSort(byDay.order, units, unit, 0);
  return { first: byUnit.first, order: byUnit.order };
}

/** Sorts rows by `keyOf[row] − lowest`, which is below `keys`. */
function countingSort(rows: Int32Array, keys: number, keyOf: Int32Array, lowest: number): SortedSpells {
  const first = new Int32Array(keys + 1);
  for (let k = 0; k < rows.length; k++) first[keyOf[rows[k]] - lowest + 1]++;
  for (let key = 0; key < keys; key++) first[key + 1] += first[key];
  const next = first.slice(0, keys);
  const order = new Int32Array(rows.length);
  for (let k = 0; k < rows.length; k++) order[next[keyOf[rows[k]] - lowest]++] = rows[k];
  return { first, order };
}
