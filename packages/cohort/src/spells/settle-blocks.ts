import { blockShape } from "../options/services-options.js";
import type { BlockSpells } from "./block-spells.js";
import { pick } from "./pick.js";
import { settleOverlaps } from "./settle-overlaps.js";
import { MERGE } from "./spell-union.js";

/**
 * Takes out rows that repeat an earlier one, in the same file or in another of the same basis, notes overlaps, and counts the rows used.
 *
 * @param takes how each group is taken by each draw
 */
export function settleBlocks(read: readonly BlockSpells[], takes: readonly Uint8Array[]): BlockSpells[] {
  const within = read.map((block) => settleWithin(block, takes));
  const left = read.length < 2 ? within : settleAcross(read, within);
  return read.map((block, b) => {
    const rows = left[b];
    block.account.used(blockShape(block.block) === "weeks" ? usedPeople(block) : pick(block.row, rows));
    return picked(block, rows);
  });
}

/** Every row of weekly codes that is not listed is used, also one whose codes no outcome counts. */
function usedPeople({ table, left }: BlockSpells): Int32Array {
  return Int32Array.from({ length: table.rows }, (_, i) => i).filter((i) => left?.[i] !== 1);
}

const orMissing = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? -1 : value);

function settleWithin(block: BlockSpells, takes: readonly Uint8Array[]): Int32Array {
  const { account, unit, kind, from, to, full, payer, price, amount, group, row } = block;
  const all = row.map((_, k) => k);
  const shape = blockShape(block.block);
  if (shape === "weeks") return all;
  const merges = takes.map((take) => take.includes(MERGE));
  return settleOverlaps(all, {
    keys: [(k) => unit[k], (k) => kind[k], (k) => from[k], (k) => to[k]],
    others: [
      (k) => payer[k],
      (k) => orMissing(price?.[k]),
      (k) => orMissing(amount?.[k]),
      (k) => group[k],
      (k) => (amount === undefined ? 0 : full[k]),
    ],
    duplicate: (k, first) => void account.list(row[k], "cohort/duplicate-row", "", account.lineOf(row[first], row[k])),
    overlap: (k, other) => {
      if (shape !== "spells") return;
      const line = account.lineOf(row[other], row[k]);
      if (group[k] < 0 || merges[group[k]]) account.note(row[k], "cohort/overlap", block.block.from, line);
      else account.note(row[k], "cohort/overlap-summed", block.block.from, line);
    },
  });
}

/** Rows left of each block, when those that a file before has too are listed. Weekly codes are left alone: their spells are no rows. */
function settleAcross(read: readonly BlockSpells[], within: readonly Int32Array[]): Int32Array[] {
  const bases = ["decided", "effectuated", "invoiced"];
  const total = within.reduce((sum, rows) => sum + rows.length, 0);
  const of = new Int32Array(total);
  const at = new Int32Array(total);
  let n = 0;
  within.forEach((rows, b) => {
    if (blockShape(read[b].block) === "weeks") return;
    for (const k of rows) {
      of[n] = b;
      at[n++] = k;
    }
  });
  const value = (pick: (block: BlockSpells, k: number) => number) => (i: number) => pick(read[of[i]], at[i]);
  const basis = read.map(({ block }) => bases.indexOf(block.basis ?? ""));
  const shapes = read.map(({ block }) => ["spells", "events", "years", "weeks"].indexOf(blockShape(block)));
  const kept = settleOverlaps(
    Int32Array.from({ length: n }, (_, i) => i),
    {
      keys: [value((b, k) => b.unit[k]), value((b, k) => b.kind[k]), value((b, k) => b.from[k]), value((b, k) => b.to[k])],
      others: [
        (i) => basis[of[i]],
        (i) => shapes[of[i]],
        value((b, k) => orMissing(b.price?.[k])),
        value((b, k) => orMissing(b.amount?.[k])),
        value((b, k) => b.group[k]),
        value((b, k) => (b.amount === undefined ? 0 : b.full[k])),
      ],
      duplicate: (i, first) => {
        const { file, row } = read[of[first]].account.where(read[of[first]].row[at[first]]);
        read[of[i]].account.list(read[of[i]].row[at[i]], "cohort/duplicate-row", "", `${file} ${row}`);
      },
      overlap: () => {},
    },
  );
  const left: number[][] = read.map(() => []);
  for (const i of kept) left[of[i]].push(at[i]);
  return within.map((rows, b) => (blockShape(read[b].block) === "weeks" ? rows : Int32Array.from(left[b])));
}

function picked(block: BlockSpells, rows: Int32Array): BlockSpells {
  if (rows.length === block.row.length) return block;
  const { row, unit, kind, group, from, to, full, payer, open, price, amount } = block;
  return {
    ...block,
    row: pick(row, rows),
    unit: pick(unit, rows),
    kind: pick(kind, rows),
    group: pick(group, rows),
    from: pick(from, rows),
    to: pick(to, rows),
    full: pick(full, rows),
    payer: pick(payer, rows),
    open: pick(open, rows),
    price: price && pick(price, rows),
    amount: amount && pick(amount, rows),
  };
}
