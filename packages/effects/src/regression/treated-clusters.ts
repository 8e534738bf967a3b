import { NEVER } from "@kontrafakt/cohort";
import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import { runEnd } from "./run-end.js";
import type { OutcomePart } from "./score-columns.js";

/** Weight of the treated by cluster, from their start on, and which clusters hold a unit that is ever treated. */
export function treatedClusters(parts: readonly OutcomePart[], atom: FixedEffect, ordinals: Int32Array, anticipation: number) {
  const treated = new Uint8Array(atom.levels);
  const weight = new Float64Array(atom.levels);
  const seen = new Set<OutcomePart["sample"]>();
  /** Cluster of each group, −1 for several. */
  const home = new Map<number, number>();
  for (const part of parts) {
    if (seen.has(part.sample)) continue;
    seen.add(part.sample);
    const groups = [...part.counted.place.keys()];
    const from = Int32Array.from(groups, (g) => (g === NEVER ? -1 : start(ordinals, g - anticipation)));
    const homes = addTreated(part, atom, from, treated, weight);
    groups.forEach((g, p) => {
      const own = home.get(g);
      if (homes[p] !== NOWHERE) home.set(g, own === undefined || own === homes[p] ? homes[p] : -1);
    });
  }
  let [sum, most, count] = [0, 0, 0];
  weight.forEach((w, a) => {
    sum += w;
    most = Math.max(most, w);
    count += treated[a];
  });
  // Only effects by group are about one group alone.
  const alone = parts[0]?.kind === "cell" ? [...home.keys()].filter((g) => home.get(g)! >= 0).sort((a, b) => a - b) : [];
  return { treated, treatedClusters: count, largestShare: sum > 0 ? most / sum : 0, alone };
}

const NOWHERE = -2;

/** First period at or after an ordinal; the number of periods where there is none. */
function start(ordinals: Int32Array, ordinal: number): number {
  const t = ordinals.findIndex((own) => own >= ordinal);
  return t < 0 ? ordinals.length : t;
}

/**
 * Marks clusters of treated units and adds up their weight.
 * @param from first treated period of each group, −1 for the never treated
 * @returns cluster of each group: −1 for several
 */
function addTreated(
  { sample, counted, root, cell }: OutcomePart,
  atom: FixedEffect,
  from: Int32Array,
  treated: Uint8Array,
  weight: Float64Array,
): Int32Array {
  const { n, unit, time } = sample;
  const at = cell ? cell.map((c) => atom.of[c]) : atom.of;
  const home = new Int32Array(from.length).fill(NOWHERE);
  for (let r = 0; r < n; ) {
    const first = r;
    r = runEnd(unit, first);
    const g = counted.ofUnit[unit[first]];
    if (from[g] < 0) continue;
    for (let s = first; s < r; s++) {
      const a = at[s];
      if (s === first || a !== at[s - 1]) {
        treated[a] = 1;
        if (home[g] !== a) home[g] = home[g] === NOWHERE ? a : -1;
      }
      if (time[s] >= from[g]) weight[a] += root ? root[s] * root[s] : 1;
    }
  }
  return home;
}
