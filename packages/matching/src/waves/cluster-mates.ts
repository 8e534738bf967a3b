import { type Clustering, NEVER, type Panel } from "@kontrafakt/cohort";

/** The others in each unit's clusters. An unknown cluster (−1) has no others. */
export interface ClusterMates {
  /**
   * Ordinal at which the first of a unit's mates started; NEVER if none did, ALWAYS if before the first period. Where clusters change
   * over time, mates are those of the day of that start.
   */
  readonly firstStart: Int32Array;
  /** Units that share a cluster with a unit, itself not among them, each once. */
  readonly of: (unit: number) => readonly number[];
}

/** Who shares a household (or school …) with whom, over all the clusterings given. */
export function clusterMates(panel: Panel, clusterings: readonly Clustering[]): ClusterMates {
  const firstStart = new Int32Array(panel.units).fill(NEVER);
  const members = clusterings.map(({ of, count }) => {
    const lists = Array.from({ length: count }, (): number[] => []);
    for (let i = 0; i < panel.units; i++) if (of[i] >= 0) lists[of[i]].push(i);
    return lists;
  });
  for (const { exposed } of clusterings)
    exposed?.forEach((g, i) => {
      firstStart[i] = Math.min(firstStart[i], g);
    });
  for (const list of members.flatMap((lists, c) => (clusterings[c].exposed === undefined ? lists : []))) {
    let first = -1;
    let second = NEVER;
    for (const i of list) {
      const start = panel.firstTreated[i];
      if (first < 0 || start < panel.firstTreated[first]) {
        if (first >= 0) second = panel.firstTreated[first];
        first = i;
      } else second = Math.min(second, start);
    }
    for (const i of list) firstStart[i] = Math.min(firstStart[i], i === first ? second : panel.firstTreated[first]);
  }
  const of = (unit: number): number[] => {
    const mates = new Set<number>();
    clusterings.forEach((clustering, c) => {
      const own = clustering.of[unit];
      if (own >= 0) for (const i of members[c][own]) if (i !== unit) mates.add(i);
    });
    return [...mates];
  };
  return { firstStart, of };
}
