import { groupByDay } from "./group-by-day.js";

type Key = (row: number) => number;

export interface Overlaps {
  /** Whose, what (both small and dense, from 0), first day, last day: rows with the same first two keys may overlap. */
  readonly keys: readonly [Key, Key, Key, Key];
  /** What else must be equal for a row to be the same as another. */
  readonly others: readonly Key[];
  readonly duplicate: (row: number, first: number) => void;
  readonly overlap: (row: number, other: number) => void;
}

/**
 * Takes out rows equal to an earlier one and reports overlaps, in the order of the rows.
 *
 * @param rows ascending
 * @returns the rows that stay, ascending
 */
export function settleOverlaps(rows: Int32Array, { keys, others, duplicate, overlap }: Overlaps): Int32Array {
  const n = rows.length;
  const [whose, what, from, to] = keys.map((key) => rows.map(key));
  const { first, order } = groupByDay(whose, from, countOf(whose));
  const byAll = (a: number, b: number) => what[a] - what[b] || to[a] - to[b] || compared(rows[a], rows[b], others) || a - b;
  const isSame = (a: number, b: number) => to[a] === to[b] && others.every((key) => key(rows[a]) === key(rows[b]));
  const sameAs = new Int32Array(n).fill(-1);
  const over = new Int32Array(n).fill(-1);
  // By what: whether the person has it, the last row that is no duplicate, and the row that ends last.
  const kinds = countOf(what);
  const [seen, last, longest] = [0, 1, 2].map(() => new Int32Array(kinds).fill(-1));
  let found = 0;
  for (let u = 0; u + 1 < first.length; u++) {
    if (first[u + 1] - first[u] < 2) continue;
    sortTies(order, first[u], first[u + 1], from, byAll);
    for (let p = first[u]; p < first[u + 1]; p++) {
      const k = order[p];
      const kind = what[k];
      if (seen[kind] !== u) {
        seen[kind] = u;
        last[kind] = k;
        longest[kind] = k;
        continue;
      }
      if (from[k] === from[last[kind]] && isSame(k, last[kind])) {
        sameAs[k] = last[kind];
        found++;
        continue;
      }
      const before = longest[kind];
      if (from[k] <= to[before]) {
        over[Math.max(k, before)] = Math.min(k, before);
        found++;
      }
      if (to[k] > to[before]) longest[kind] = k;
      last[kind] = k;
    }
  }
  if (found === 0) return rows.slice();
  return rows.filter((row, k) => {
    if (sameAs[k] >= 0) duplicate(row, rows[sameAs[k]]);
    else if (over[k] >= 0) overlap(row, rows[over[k]]);
    return sameAs[k] < 0;
  });
}

/** One more than the greatest value. */
function countOf(values: Int32Array): number {
  let most = -1;
  for (const value of values) if (value > most) most = value;
  return most + 1;
}

/** Sorts the stretches of rows with one first day. */
function sortTies(
  order: Int32Array,
  low: number,
  high: number,
  from: Int32Array,
  compare: (a: number, b: number) => number,
): void {
  let start = low;
  for (let p = low + 1; p <= high; p++) {
    if (p < high && from[order[p]] === from[order[start]]) continue;
    if (p - start > 1) order.subarray(start, p).sort(compare);
    start = p;
  }
}

function compared(a: number, b: number, keys: readonly Key[]): number {
  for (const key of keys) {
    const difference = key(a) - key(b);
    if (difference !== 0) return difference;
  }
  return 0;
}
