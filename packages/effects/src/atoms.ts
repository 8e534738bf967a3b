import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { components } from "@kontrafakt/numerics";
import { messages } from "./messages.js";

/** Groups of matched sets that are independent of one another. */
export interface Atoms {
  readonly count: number;
  /** Atom of each set. */
  readonly of: Int32Array;
  /** Wave index of each atom: the wave of most of its sets, the earliest if several. */
  readonly stratum: Int32Array;
}

interface Sets {
  readonly sets: number;
  readonly setWave: Int32Array;
  readonly waves: number;
}

/**
 * Connected components of matched sets: two sets belong together if they share a person (a later starter who was a control
 * before) or, for a coarser clustering, a cluster. Never finer than the person.
 */
export function atomsOfSets(panel: Panel, comparison: Comparison, shape: Sets, cluster: string, problems: Problem[]): Atoms {
  const clustering = cluster === "person" ? undefined : panel.clusterings.find((c) => c.name === cluster);
  if (cluster !== "person" && !clustering) {
    const names = panel.clusterings.map((c) => c.name).join(", ") || "none";
    fail("effects/unknown-clustering", { option: "effects.cluster" }, { name: cluster, names }, messages);
  }
  const from: number[] = [];
  const to: number[] = [];
  const link = (of: Int32Array | undefined, count: number) => {
    const first = new Int32Array(count).fill(-1);
    for (let r = 0; r < comparison.unit.length; r++) {
      const key = of ? of[comparison.unit[r]] : comparison.unit[r];
      if (key < 0) continue;
      const set = comparison.set[r];
      if (first[key] < 0) first[key] = set;
      else if (first[key] !== set) {
        from.push(first[key]);
        to.push(set);
      }
    }
  };
  link(undefined, panel.units);
  if (clustering) link(clustering.of, clustering.count);
  const { of, count } = components(shape.sets, Int32Array.from(from), Int32Array.from(to));
  const votes = new Int32Array(count * shape.waves);
  const size = new Int32Array(count);
  for (let s = 0; s < shape.sets; s++) {
    votes[of[s] * shape.waves + shape.setWave[s]]++;
    size[of[s]]++;
  }
  const stratum = new Int32Array(count);
  for (let a = 0; a < count; a++) {
    let best = 0;
    for (let g = 1; g < shape.waves; g++) if (votes[a * shape.waves + g] > votes[a * shape.waves + best]) best = g;
    stratum[a] = best;
  }
  if (count < shape.sets) {
    const largest = size.reduce((a, b) => Math.max(a, b), 0);
    const severity = largest > shape.sets / 4 ? "warning" : "note";
    problems.push(problem("effects/clusters-merged", severity, {}, { sets: shape.sets, clusters: count, largest }));
  }
  return { count, of, stratum };
}
