import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { components } from "@kontrafakt/numerics";
import { messages } from "./messages.js";

/** Groups of comparison rows that are independent of one another. */
export interface Atoms {
  readonly count: number;
  /** Atom of each row. */
  readonly ofRow: Int32Array;
  /** 1 where all rows of the set are in one atom, which then stands for the set's difference. */
  readonly joined: Uint8Array;
  /** 1 where nobody of the set stands in another. */
  readonly apart: Uint8Array;
  /**
   * Atoms whose squared influence is summed up with its own degrees of freedom: by wave (that of most of an atom's sets, the earliest if
   * several); where people are independent, waves of treated first, then waves of controls.
   */
  readonly stratum: Int32Array;
}

interface Sets {
  readonly sets: number;
  readonly setStart: Int32Array;
  readonly members: Int32Array;
  readonly setWave: Int32Array;
}

/**
 * Connected components of people: those of a set belong together where sets are independent of one another, else only those of a
 * set with one treated or one control and nobody in another set (their own difference is all that can be told of them). For a coarser
 * clustering, so do those of a cluster. Never finer than the person.
 */
export function atomsOf(panel: Panel, comparison: Comparison, shape: Sets, cluster: string, problems: Problem[]): Atoms {
  const clustering = cluster === "person" ? undefined : panel.clusterings.find((c) => c.name === cluster);
  if (cluster !== "person" && !clustering) {
    const names = panel.clusterings.map((c) => c.name).join(", ") || "none";
    fail("effects/unknown-clustering", { option: "effects.cluster" }, { name: cluster, names }, messages);
  }
  const rows = comparison.unit.length;
  const apart = setsApart(comparison, shape);
  const together = comparison.independence === "set" ? new Uint8Array(shape.sets).fill(1) : smallSets(comparison, apart);
  // Sets are nodes first, so that atoms are numbered by them; then each row of the others.
  const node = Int32Array.from(comparison.set, (set, r) => (together[set] === 1 ? set : shape.sets + r));
  const from: number[] = [];
  const to: number[] = [];
  const link = (of: Int32Array | undefined, count: number) => {
    const first = new Int32Array(count).fill(-1);
    for (let r = 0; r < rows; r++) {
      const key = of ? of[comparison.unit[r]] : comparison.unit[r];
      if (key < 0) continue;
      if (first[key] < 0) first[key] = node[r];
      else if (first[key] !== node[r]) {
        from.push(first[key]);
        to.push(node[r]);
      }
    }
  };
  link(undefined, panel.units);
  if (clustering) link(clustering.of, clustering.count);
  const { of } = components(shape.sets + rows, Int32Array.from(from), Int32Array.from(to));
  const { ofRow, count } = numbered(
    Int32Array.from(node, (n) => of[n]),
    shape,
    together,
  );
  const atoms = { count, ofRow, joined: joined(ofRow, shape), apart };
  if (comparison.independence === "set") {
    const sizes = new Int32Array(count);
    for (let s = 0; s < shape.sets; s++) sizes[ofRow[shape.members[shape.setStart[s]]]]++;
    const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
    const severity = largest > shape.sets / 4 ? "warning" : "note";
    if (count < shape.sets)
      problems.push(problem("effects/clusters-merged", severity, {}, { sets: shape.sets, clusters: count, largest }));
    return { ...atoms, stratum: wavesOfSets(atoms, comparison, shape) };
  }
  return { ...atoms, stratum: wavesByRole(atoms, comparison, shape) };
}

function setsApart({ unit, set }: Comparison, { sets }: Sets): Uint8Array {
  const home = new Map<number, number>();
  const apart = new Uint8Array(sets).fill(1);
  unit.forEach((i, r) => {
    const before = home.get(i);
    if (before === undefined) home.set(i, set[r]);
    else if (before !== set[r]) {
      apart[before] = 0;
      apart[set[r]] = 0;
    }
  });
  return apart;
}

/** Sets with one treated or one control, nobody of whom stands in another set. */
function smallSets({ set, role, weight }: Comparison, apart: Uint8Array): Uint8Array {
  const treated = new Int32Array(apart.length);
  const controls = new Int32Array(apart.length);
  set.forEach((s, r) => {
    if (weight[r] > 0) (role[r] === 1 ? treated : controls)[s]++;
  });
  return apart.map((v, s) => (v === 1 && (treated[s] === 1 || controls[s] === 1) ? 1 : 0));
}

/** Components numbered 0, 1, … in the order their sets come (where sets are whole), then their rows set by set. */
function numbered(component: Int32Array, { sets, setStart, members }: Sets, together: Uint8Array) {
  const number = new Map<number, number>();
  const give = (r: number) => {
    if (!number.has(component[r])) number.set(component[r], number.size);
  };
  for (let s = 0; s < sets; s++) if (together[s] === 1) give(members[setStart[s]]);
  for (const r of members) give(r);
  return { ofRow: component.map((c) => number.get(c)!), count: number.size };
}

function joined(ofRow: Int32Array, { sets, setStart, members }: Sets): Uint8Array {
  return Uint8Array.from({ length: sets }, (_, s) => {
    for (let m = setStart[s]; m < setStart[s + 1]; m++) if (ofRow[members[m]] !== ofRow[members[setStart[s]]]) return 0;
    return 1;
  });
}

function wavesOfSets({ count, ofRow }: Omit<Atoms, "stratum">, { waves }: Comparison, shape: Sets): Int32Array {
  const votes = new Float64Array(count * waves.length);
  for (let s = 0; s < shape.sets; s++) votes[ofRow[shape.members[shape.setStart[s]]] * waves.length + shape.setWave[s]]++;
  return mostVotes(votes, count, waves.length);
}

/** An atom with a treated person belongs to the treated of the wave with most of them, others to the controls of the wave with most weight. */
function wavesByRole(
  { count, ofRow }: Omit<Atoms, "stratum">,
  { role, weight, set, waves }: Comparison,
  shape: Sets,
): Int32Array {
  const G = waves.length;
  const treated = new Float64Array(count * G);
  const controls = new Float64Array(count * G);
  const starts = new Uint8Array(count);
  role.forEach((played, r) => {
    const a = ofRow[r];
    (played === 1 ? treated : controls)[a * G + shape.setWave[set[r]]] += weight[r];
    if (played === 1 && weight[r] > 0) starts[a] = 1;
  });
  const own = mostVotes(treated, count, G);
  const other = mostVotes(controls, count, G);
  return own.map((g, a) => (starts[a] === 1 ? g : G + other[a]));
}

function mostVotes(votes: Float64Array, count: number, waves: number): Int32Array {
  return Int32Array.from({ length: count }, (_, a) => {
    let best = 0;
    for (let g = 1; g < waves; g++) if (votes[a * waves + g] > votes[a * waves + best]) best = g;
    return best;
  });
}
