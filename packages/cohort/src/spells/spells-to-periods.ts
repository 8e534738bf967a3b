import type { Context } from "@kontrafakt/base";
import { groupByDay } from "./group-by-day.js";
import { spellCounter } from "./spell-counter.js";
import { type SpellUnion, spellUnion } from "./spell-union.js";
import type { PeriodStarts, SpellMeasure, Spells } from "./spells.js";

const BLOCK = 8192;

/**
 * Measures of spells by unit and period (unit-major), one array a measure, all in one pass over the spells in order of unit and day.
 *
 * days: days covered; share: days over the period's days; count: spells in force on some day of the period; any: 0 or 1; amount: kr;
 * started, ended: spells whose first (last) day lies in the period, an open one never ending. Where overlaps are merged, spells that
 * overlap or follow each other without a day between count as one, and money a day is that of the spell begun first.
 * O(spells + days spanned + units × periods × measures); the order of the rows matters only for which of two spells begun the same day
 * gives a merged day its money.
 * @throws the reason of `context.signal` when it is aborted
 */
export async function spellsToPeriods(
  spells: Spells,
  units: number,
  starts: PeriodStarts,
  measures: readonly SpellMeasure[],
  context?: Context,
): Promise<Float64Array[]> {
  const periods = starts.length - 1;
  const out = measures.map(() => new Float64Array(units * periods));
  const counted = spells.unit.map((unit, i) => (spells.group[i] < 0 ? -1 : unit));
  const { first, order } = groupByDay(counted, spells.from, units);
  const unions = unionsOf(spells, measures, first);
  const counters = measures.map((measure, m) => spellCounter(measure, unions.of[m], out[m], starts));
  for (let block = 0; block < units; block += BLOCK) {
    context?.signal?.throwIfAborted();
    const end = Math.min(units, block + BLOCK);
    for (let u = block; u < end; u++) {
      if (first[u] === first[u + 1]) continue;
      for (const { fill } of unions.all) fill(order, first[u], first[u + 1]);
      for (const count of counters) count(u * periods);
    }
    context?.progress?.({ step: "spells to periods", done: end, total: units });
    if (context?.signal && end < units) await nextTask();
  }
  const share = measures.flatMap((m, k) => (m.count === "share" ? [k] : []));
  for (const k of share) {
    const values = out[k];
    for (let c = 0, t = 0; c < values.length; c++) {
      if (values[c] !== 0) values[c] /= starts[t + 1] - starts[t];
      if (++t === periods) t = 0;
    }
  }
  return out;
}

/** Lets an abort that waits its turn be heard. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

interface Unions {
  /** One for each way in which some measure takes the groups. */
  readonly all: readonly SpellUnion[];
  /** That of each measure. */
  readonly of: readonly SpellUnion[];
}

function unionsOf(spells: Spells, measures: readonly SpellMeasure[], first: Int32Array): Unions {
  let most = 0;
  for (let u = 0; u + 1 < first.length; u++) most = Math.max(most, first[u + 1] - first[u]);
  const known = new Map<string, SpellUnion>();
  const of = measures.map(({ take }) => {
    const key = take.join();
    const union = known.get(key) ?? spellUnion(spells, take, most);
    known.set(key, union);
    return union;
  });
  return { all: [...known.values()], of };
}
