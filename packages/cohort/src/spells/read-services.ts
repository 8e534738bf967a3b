import { type Draw, outcomeDraws, schemeDraws } from "../options/outcome-draws.js";
import { blockShape, type ServicesOptions, servicesBlocks } from "../options/services-options.js";
import type { Stretches } from "../population/observe.js";
import type { People } from "../population/read-people.js";
import type { Reading } from "../table/reading.js";
import type { BlockSpells } from "./block-spells.js";
import { compareBases } from "./compare-bases.js";
import { namedKinds } from "./named-kinds.js";
import { readBlock } from "./read-block.js";
import { createGroups } from "./row-groups.js";
import { refuseMixedBases, warnOfAbsent, warnOfMassDates, warnOfNothing } from "./service-checks.js";
import { settleBlocks } from "./settle-blocks.js";
import type { Spells } from "./spells.js";

export interface Services {
  /** Usable spells of every block, one after another. `group` is one of `takes`, −1 where no outcome counts the spell. */
  readonly spells: Spells;
  /**
   * Spells of outcomes by whether `home` pays, for observation; undefined without payers. The programme's own spells say nothing here,
   * since only starters have them.
   */
  readonly paid: Stretches | undefined;
  /** Kind of each spell as the study writes it: place in `kinds`. */
  readonly kind: Int32Array;
  readonly kinds: readonly string[];
  /** What the outcomes and refund schemes draw, and how each group is taken by each draw. */
  readonly draws: readonly Draw[];
  readonly takes: readonly Uint8Array[];
  /** The blocks behind `spells`: block b has the spells `first[b]` to `first[b + 1] − 1`, in the order of its own. */
  readonly blocks: readonly BlockSpells[];
  readonly first: Int32Array;
}

/**
 * Reads the services: one file or several, as spells, events, weekly codes or amounts a year. Open spells are closed, reversals and
 * duplicates (across files too) settled; what cannot be used is listed, what was mended noted.
 * Errors: `KontrafaktError` where an outcome would mix what was decided, carried out or invoiced.
 */
export async function readServices(options: ServicesOptions, people: People, reading: Reading): Promise<Services> {
  const { study } = reading;
  const draws = [...outcomeDraws(study), ...schemeDraws(study)];
  const kinds = namedKinds(study);
  const groups = createGroups();
  const read: BlockSpells[] = [];
  for (const [place, block] of servicesBlocks(options).entries()) {
    read.push(await readBlock(place, block, draws, kinds, groups, people, reading));
  }
  warnOfAbsent(read, draws, kinds.find, reading);
  for (const block of read) warnOfMassDates(block, reading);
  const blocks = settleBlocks(read, groups.takes);
  warnOfNothing(blocks, draws, groups.takes, kinds.find, reading);
  refuseMixedBases(blocks, draws, groups.takes);
  compareBases(blocks, kinds.names, reading);

  const first = new Int32Array(blocks.length + 1);
  blocks.forEach((block, b) => {
    first[b + 1] = first[b] + block.row.length;
  });
  const joined = (of: (block: BlockSpells) => Int32Array) => {
    const all = new Int32Array(first[blocks.length]);
    for (const [b, block] of blocks.entries()) all.set(of(block), first[b]);
    return all;
  };
  const open = new Uint8Array(first[blocks.length]);
  for (const [b, block] of blocks.entries()) open.set(block.open, first[b]);
  const [unit, group] = [joined((b) => b.unit), joined((b) => b.group)];
  const spells = { unit, group, from: joined((b) => b.from), to: joined((b) => b.to), open };
  return {
    spells,
    paid: paidStretches(blocks),
    kind: joined((b) => b.kind),
    kinds: kinds.names,
    draws,
    takes: groups.takes,
    blocks,
    first,
  };
}

function paidStretches(blocks: readonly BlockSpells[]): Stretches | undefined {
  const told = blocks.filter(({ isHome }) => isHome !== undefined);
  if (told.length === 0) return undefined;
  const most = told.reduce((sum, { row, elsewhere }) => sum + row.length + elsewhere.unit.length, 0);
  const [unit, from, to] = [0, 1, 2].map(() => new Int32Array(most));
  const home = new Uint8Array(most);
  let n = 0;
  for (const block of told) {
    const { payer, group, elsewhere, isHome } = block;
    if (blockShape(block.block) !== "years") {
      for (let k = 0; k < payer.length; k++) {
        if (payer[k] < 0 || group[k] < 0) continue;
        unit[n] = block.unit[k];
        from[n] = block.from[k];
        to[n] = block.to[k];
        home[n++] = isHome?.[payer[k]] ?? 0;
      }
    }
    unit.set(elsewhere.unit, n);
    from.set(elsewhere.from, n);
    to.set(elsewhere.to, n);
    n += elsewhere.unit.length;
  }
  return { unit: unit.slice(0, n), from: from.slice(0, n), to: to.slice(0, n), home: home.slice(0, n) };
}
