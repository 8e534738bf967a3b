import type { Atoms } from "./atoms.js";

/** Rows by group. */
export interface RowGrouping {
  readonly of: Int32Array;
  readonly count: number;
}

/** Rows by atom; where clusters and sets cross: by cluster, by set and by both. */
export function rowGroupings({ ofRow, count, crossed }: Atoms): readonly RowGrouping[] {
  const crossing = crossed?.crossing;
  if (!crossing) return [{ of: ofRow, count }];
  const [first, second] = crossing.of;
  return [
    { of: ofRow.map((a) => first[a]), count: crossing.groups[0] },
    { of: ofRow.map((a) => second[a]), count: crossing.groups[1] },
    { of: ofRow, count },
  ];
}
