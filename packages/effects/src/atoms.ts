import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { components } from "@kontrafakt/numerics";
import { type CrossedAtoms, crossedAtoms, type Groups, type Way } from "./crossed-atoms.js";
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
  /** How clusters and sets that cross were brought together; absent where they do not. */
  readonly way?: Way;
  /** What the clusters are called where one was asked for. */
  readonly cluster?: string;
  /** Whether whole clusters got the programme. */
  readonly wholeClusters?: true;
  /** Where rows are summed by cluster alone, or by cluster and set. */
  readonly crossed?: CrossedAtoms;
}

/** What decides who is independent of whom. */
export interface Independence {
  readonly cluster: string;
  readonly crossing: "auto" | Way;
}

/** Largest share of the sets in one component at which components still tell the uncertainty. */
const LARGEST = 1 / 4;

interface Sets {
  readonly sets: number;
  readonly setStart: Int32Array;
  readonly members: Int32Array;
  readonly setWave: Int32Array;
}

/**
 * Groups of rows that are independent of one another, and how they were found. Never finer than the person.
 *
 * Components: those of a set belong together where sets are independent of one another, else only those of a set with one treated or one
 * control and nobody in another set (their own difference is all that can be told of them). For a coarser clustering, so do those of a
 * cluster. Where whole clusters got the programme, or many sets share their controls, few components remain or one. Then, unless
 * `crossing` says otherwise: rows by cluster alone where whole clusters got the programme, else by cluster (or person) and by set.
 */
export function atomsOf(
  panel: Panel,
  comparison: Comparison,
  shape: Sets,
  { cluster, crossing }: Independence,
  problems: Problem[],
): Atoms {
  const clustering = cluster === "person" ? undefined : panel.clusterings.find((c) => c.name === cluster);
  if (cluster !== "person" && !clustering) {
    const names = panel.clusterings.map((c) => c.name).join(", ") || "none";
    fail("effects/unknown-clustering", { option: "effects.cluster" }, { name: cluster, names }, messages);
  }
  const bySet = comparison.independence === "set";
  const parts = componentsOf(panel, comparison, shape, clustering);
  const groups = groupsOf(panel, comparison, cluster, clustering);
  const largest = largestOf(parts, comparison, shape);
  const nested = clustering !== undefined && parts.count === groups.count;
  const apart = nested || (bySet && parts.count === shape.sets);
  const whole = clustering !== undefined && wholeClusters(groups, comparison, shape);
  const way = ((): Way => {
    if (crossing === "multiway" && !bySet) fail("effects/multiway-strata", crossingOption, {}, messages);
    if (crossing === "multiway") return apart ? "components" : "multiway";
    if (crossing === "clusters") return (bySet ? nested : !clustering) ? "components" : "clusters";
    if (crossing === "components") return "components";
    if (!bySet && clustering) return whole || (!nested && largest > LARGEST * comparison.unit.length) ? "clusters" : "components";
    if (!bySet || apart || largest <= LARGEST * shape.sets) return "components";
    return whole ? "clusters" : "multiway";
  })();
  const named = { ...(clustering && { cluster }), ...(whole && { wholeClusters: true as const }) };
  if (way === "components") {
    if (crossing === "multiway" || crossing === "clusters")
      problems.push(problem("effects/crossing-nothing", "note", crossingOption, { crossing }));
    if (bySet && parts.count < shape.sets) {
      const severity = largest > shape.sets / 4 ? "warning" : "note";
      problems.push(problem("effects/clusters-merged", severity, {}, { sets: shape.sets, clusters: parts.count, largest }));
    }
    const stratum = bySet ? wavesOfSets(parts, comparison, shape) : wavesByRole(parts, comparison, shape);
    return { ...parts, stratum, ...named, ...(bySet && !apart && { way }) };
  }
  const crossed = crossedAtoms(groups, comparison, shape, way === "multiway");
  const code = way === "multiway" ? "effects/counted-both-ways" : "effects/counted-by-cluster";
  problems.push(
    problem(code, "note", {}, { name: groups.name, clusters: groups.count, sets: shape.sets, components: parts.count }),
  );
  const { count, ofRow, stratum } = crossed;
  return { count, ofRow, stratum, joined: new Uint8Array(shape.sets), apart: parts.apart, ...named, way, crossed };
}

const crossingOption = { option: "effects.inference.crossing" };

type Components = Pick<Atoms, "count" | "ofRow" | "joined" | "apart">;

function componentsOf(
  panel: Panel,
  comparison: Comparison,
  shape: Sets,
  clustering: Panel["clusterings"][number] | undefined,
): Components {
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
  return { count, ofRow, joined: joined(ofRow, shape), apart };
}

/** Sets in the largest component; rows where sets are not independent of one another. */
function largestOf({ count, ofRow }: Components, { independence }: Comparison, { sets, setStart, members }: Sets): number {
  const sizes = new Int32Array(count);
  if (independence === "set") for (let s = 0; s < sets; s++) sizes[ofRow[members[setStart[s]]]]++;
  else for (const a of ofRow) sizes[a]++;
  return sizes.reduce((a, b) => Math.max(a, b), 0);
}

function groupsOf(
  panel: Panel,
  { unit }: Comparison,
  name: string,
  clustering: Panel["clusterings"][number] | undefined,
): Groups {
  const number = new Int32Array(panel.units + (clustering?.count ?? 0)).fill(-1);
  let count = 0;
  const of = unit.map((i) => {
    const cluster = clustering?.of[i] ?? -1;
    const key = cluster < 0 ? i : panel.units + cluster;
    if (number[key] < 0) number[key] = count++;
    return number[key];
  });
  return { name, of, count };
}

/**
 * Whether whole clusters got the programme: within a wave nobody of a cluster is compared with another of it, and a cluster that starts has
 * two starters or more on average (each household with one starter says nothing of how the programme was given).
 */
function wholeClusters({ of, count }: Groups, { set, waves, role, weight }: Comparison, { setWave }: Sets): boolean {
  const played = new Uint8Array(count * waves.length);
  let starters = 0;
  for (let r = 0; r < of.length; r++) {
    if (!(weight[r] > 0)) continue;
    played[of[r] * waves.length + setWave[set[r]]] |= role[r] === 1 ? 1 : 2;
    if (role[r] === 1) starters++;
  }
  const starting = played.reduce((n, v) => n + (v & 1), 0);
  return !played.includes(3) && starters >= 2 * starting;
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

function wavesOfSets({ count, ofRow }: Components, { waves }: Comparison, shape: Sets): Int32Array {
  const votes = new Float64Array(count * waves.length);
  for (let s = 0; s < shape.sets; s++) votes[ofRow[shape.members[shape.setStart[s]]] * waves.length + shape.setWave[s]]++;
  return mostVotes(votes, count, waves.length);
}

/** An atom with a treated person belongs to the treated of the wave with most of them, others to the controls of the wave with most weight. */
function wavesByRole({ count, ofRow }: Components, { role, weight, set, waves }: Comparison, shape: Sets): Int32Array {
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
