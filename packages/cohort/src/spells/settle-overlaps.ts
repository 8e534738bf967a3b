type Key = (row: number) => number;

export interface Overlaps {
  /** Whose, what, first day, last day: rows with the same first two keys may overlap. */
  readonly keys: readonly [Key, Key, Key, Key];
  /** What else must be equal for a row to be the same as another. */
  readonly others: readonly Key[];
  readonly duplicate: (row: number, first: number) => void;
  readonly overlap: (row: number, other: number) => void;
}

/** Takes out rows equal to an earlier one and reports overlaps, in the order of the rows. Returns the rows that stay, ascending. */
export function settleOverlaps(rows: Int32Array, { keys, others, duplicate, overlap }: Overlaps): Int32Array {
  const all = [...keys, ...others];
  const sorted = rows.slice().sort((a, b) => {
    for (const key of all) {
      const difference = key(a) - key(b);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  const sameAs = new Map<number, number>();
  const overlaps = new Map<number, number>();
  const [whose, what, from, to] = keys;
  let last = -1;
  let longest = -1;
  for (const row of sorted) {
    if (last >= 0 && all.every((key) => key(row) === key(last))) {
      sameAs.set(row, last);
      continue;
    }
    const follows = longest >= 0 && whose(row) === whose(longest) && what(row) === what(longest);
    if (follows && from(row) <= to(longest)) overlaps.set(Math.max(row, longest), Math.min(row, longest));
    if (!follows || to(row) > to(longest)) longest = row;
    last = row;
  }
  return rows.filter((row) => {
    const first = sameAs.get(row);
    if (first !== undefined) duplicate(row, first);
    const other = overlaps.get(row);
    if (first === undefined && other !== undefined) overlap(row, other);
    return first === undefined;
  });
}
