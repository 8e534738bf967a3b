import type { Spells } from "./spells.js";

/** How a measure takes the spells of a group: not at all, a day once (spells with no day between are one), or each by itself. */
export const LEAVE = 0;
export const MERGE = 1;
export const SUM = 2;

/** The spells of one unit as a measure takes them. What it holds lasts until it is filled again. */
export interface SpellUnion {
  /** Merged spells, and those taken by themselves. */
  readonly stretches: { readonly from: Int32Array; readonly to: Int32Array; readonly open: Uint8Array; count: number };
  /** The days that each row adds, which no row before it has where spells are merged; a row that adds none has `from` after `to`. */
  readonly pieces: { readonly from: Int32Array; readonly to: Int32Array; readonly row: Int32Array; count: number };
  /** Takes the rows `order[begin]` to `order[end − 1]` of one unit, which ascend by first day. */
  fill(order: Int32Array, begin: number, end: number): void;
}

/**
 * @param take `LEAVE`, `MERGE` or `SUM` by group
 * @param most rows of a unit at most
 */
export function spellUnion({ group, from, to, open }: Spells, take: Uint8Array, most: number): SpellUnion {
  const stretches = { from: new Int32Array(most), to: new Int32Array(most), open: new Uint8Array(most), count: 0 };
  const pieces = { from: new Int32Array(most), to: new Int32Array(most), row: new Int32Array(most), count: 0 };
  const fill = (order: Int32Array, begin: number, end: number) => {
    let n = 0;
    let p = 0;
    /** The stretch that merged spells are added to. */
    let last = -1;
    for (let k = begin; k < end; k++) {
      const i = order[k];
      const how = take[group[i]];
      if (how === LEAVE) continue;
      const isOpen = open === undefined ? 0 : open[i];
      let first = from[i];
      if (how === MERGE && last >= 0 && first <= stretches.to[last] + 1) {
        first = Math.max(first, stretches.to[last] + 1);
        if (to[i] > stretches.to[last]) {
          stretches.to[last] = to[i];
          stretches.open[last] = isOpen;
        } else if (to[i] === stretches.to[last]) stretches.open[last] |= isOpen;
      } else {
        if (how === MERGE) last = n;
        stretches.from[n] = first;
        stretches.to[n] = to[i];
        stretches.open[n++] = isOpen;
      }
      pieces.from[p] = first;
      pieces.to[p] = to[i];
      pieces.row[p++] = i;
    }
    stretches.count = n;
    pieces.count = p;
  };
  return { stretches, pieces, fill };
}
