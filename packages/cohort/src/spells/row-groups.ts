import { type Draw, overlapsOf } from "../options/outcome-draws.js";
import type { ServicesBlock } from "../options/services-options.js";
import type { Table } from "../table/table.js";
import { looseText } from "../text/loose-text.js";
import { rowFilter } from "./row-filter.js";
import { MERGE, SUM } from "./spell-union.js";

/** Groups of spells over all blocks: those that the same draws take in the same way. */
export interface Groups {
  /** Number of a group, made when it is new. `takes` has `LEAVE`, `MERGE` or `SUM` for each draw. No draw: −1. */
  of(takes: Uint8Array): number;
  readonly takes: readonly Uint8Array[];
}

export function createGroups(): Groups {
  const known = new Map<string, number>();
  const takes: Uint8Array[] = [];
  return {
    takes,
    of(asked) {
      if (!asked.some((how) => how !== 0)) return -1;
      const key = asked.join("");
      let group = known.get(key);
      if (group === undefined) {
        group = takes.length;
        takes.push(asked);
        known.set(key, group);
      }
      return group;
    },
  };
}

/** The group of each spell of a block, and that of its money alone, where it is a credit without days. −1 where no draw takes it. */
export interface RowGroups {
  groupOf(spell: number): number;
  creditOf(spell: number): number;
}

/**
 * Which draws take the spells of one block, by kind of service and by the filters that their row meets.
 *
 * @param kindOf place in `names` of each spell's kind, −1 unnamed
 * @param rowOf row of the table of each spell
 */
export function rowGroups(
  place: number,
  block: ServicesBlock,
  table: Table,
  draws: readonly Draw[],
  kindOf: (spell: number) => number,
  names: readonly string[],
  groups: Groups,
  rowOf: (spell: number) => number,
): RowGroups {
  const able = draws.flatMap((draw, d) => (draw.blocks.includes(place) ? [{ draw, d }] : []));
  const filtered = able.filter(({ draw }) => Object.keys(draw.where).length > 0);
  const tests = filtered.map(({ draw }) => rowFilter(draw.where, table));
  const counts = able.map(({ draw }) => new Set(draw.services.map(looseText)));
  const loose = names.map(looseText);
  const steps = new Map<number, number>();
  const found: { whole: number; credit: number }[] = [];
  let last = names.length;

  /** One number for a kind and the filters that a row of it meets. */
  const classOf = (spell: number) => {
    let at = kindOf(spell);
    if (at < 0) return -1;
    for (const test of tests) {
      const step = 2 * at + (test(rowOf(spell)) ? 1 : 0);
      let next = steps.get(step);
      if (next === undefined) {
        next = last++;
        steps.set(step, next);
      }
      at = next;
    }
    return at;
  };
  const groupsAt = (spell: number) => {
    const key = classOf(spell);
    if (key < 0) return NONE;
    let both = found[key];
    if (both === undefined) {
      const whole = new Uint8Array(draws.length);
      const credit = new Uint8Array(draws.length);
      const kind = loose[kindOf(spell)];
      able.forEach(({ draw, d }, k) => {
        const test = tests[filtered.findIndex((f) => f.d === d)];
        if (!counts[k].has(kind) || test?.(rowOf(spell)) === false) return;
        whole[d] = overlapsOf(draw, block) === "sum" ? SUM : MERGE;
        if (draw.count === "amount") credit[d] = whole[d];
      });
      both = { whole: groups.of(whole), credit: groups.of(credit) };
      found[key] = both;
    }
    return both;
  };
  return { groupOf: (spell) => groupsAt(spell).whole, creditOf: (spell) => groupsAt(spell).credit };
}

const NONE = { whole: -1, credit: -1 };
