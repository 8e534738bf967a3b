import type { Comparison } from "@kontrafakt/matching";
import type { Crossing } from "./effects-value.js";
import { weightedMean } from "./weighted-mean.js";

/** How rows are brought together where matched sets cross clusters: what is connected, clusters alone, or clusters and sets at once. */
export type Way = "components" | "clusters" | "multiway";

/** Cluster of each row, numbered in the order they come. A person without one is a cluster of its own. */
export interface Groups {
  readonly name: string;
  readonly of: Int32Array;
  readonly count: number;
}

/** Strata of rows summed by cluster: the waves of treated clusters, and after them all other clusters. */
export interface CrossedAtoms {
  readonly count: number;
  readonly ofRow: Int32Array;
  readonly stratum: Int32Array;
  readonly crossing?: Crossing;
  /** Degrees of freedom that the controls' weights allow, all waves together. */
  readonly controlDegrees: number;
}

interface Shape {
  readonly sets: number;
  readonly setWave: Int32Array;
}

/**
 * Rows by cluster, or by the pairs of cluster and set (the finest crossing). A cluster belongs to the treated of the wave in which it has
 * most weight of treated (the earliest if several), else to the controls, who serve all waves and so are one stratum.
 */
export function crossedAtoms(groups: Groups, comparison: Comparison, { sets, setWave }: Shape, bySet: boolean): CrossedAtoms {
  const { set, waves, role, weight } = comparison;
  const G = waves.length;
  const votes = new Float64Array(groups.count * G);
  role.forEach((played, r) => {
    if (played !== 1) return;
    const g = setWave[set[r]];
    votes[groups.of[r] * G + g] += weight[r];
  });
  const stratumOf = Int32Array.from({ length: groups.count }, (_, a) => {
    let best = G;
    for (let g = 0; g < G; g++) if (votes[a * G + g] > (best === G ? 0 : votes[a * G + best])) best = g;
    return best;
  });
  const common = { controlDegrees: controlDegrees(groups, comparison) };
  if (!bySet) return { count: groups.count, ofRow: groups.of, stratum: stratumOf, ...common };
  const number = new Map<number, number>();
  const first: number[] = [];
  const second: number[] = [];
  const ofRow = groups.of.map((group, r) => {
    const key = group * sets + set[r];
    const known = number.get(key);
    if (known !== undefined) return known;
    first.push(group);
    second.push(set[r]);
    number.set(key, number.size);
    return number.size - 1;
  });
  const crossing: Crossing = {
    names: [groups.name, "matched set"],
    of: [Int32Array.from(first), Int32Array.from(second)],
    groups: [groups.count, sets],
  };
  return { count: number.size, ofRow, stratum: Int32Array.from(first, (a) => stratumOf[a]), crossing, ...common };
}

/** Bell & McCaffrey's for the mean of the controls by their weights, all waves together; a person's weights are added up first. */
function controlDegrees({ of, count }: Groups, { unit, role, weight }: Comparison): number {
  const byPerson = new Map<number, { group: number; weight: number }>();
  let total = 0;
  role.forEach((played, r) => {
    if (played === 1) return;
    total += weight[r];
    const known = byPerson.get(unit[r]);
    if (known) known.weight += weight[r];
    else byPerson.set(unit[r], { group: of[r], weight: weight[r] });
  });
  const sum = new Float64Array(count);
  const squares = new Float64Array(count);
  for (const person of byPerson.values()) {
    const share = person.weight / total;
    sum[person.group] += share;
    squares[person.group] += share * share;
  }
  const facts = weightedMean({ sum: sum.filter((v) => v > 0), squares: squares.filter((v) => v > 0) });
  return facts.square > 0 ? (facts.trace * facts.trace) / facts.square : 1;
}
