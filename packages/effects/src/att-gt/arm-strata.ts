import { NEVER } from "@kontrafakt/cohort";
import type { Influence } from "../effects-value.js";
import { armMean } from "./arm-mean.js";

/** Units of everyone that stays, by arm: the cohorts, and those never treated. */
export interface ArmUnits {
  readonly group: Int32Array;
  readonly w: Float64Array;
  /** Units behind each, where it stands for several of a cluster that count alike. */
  readonly units?: Float64Array;
  /** Cluster of each, dense. */
  readonly atom: Int32Array;
  /** A second key of arms (period of a cross-section, eligibility), which counts where no cluster has several. */
  readonly apart?: Int32Array;
  /** 1 for units the programme is for; all of a cohort that starts if absent. */
  readonly eligible?: Uint8Array;
}

/** Strata of atoms for degrees of freedom, and what the rule of inference tells of the treated. */
export interface ArmStrata extends Required<Pick<Influence, "stratum" | "degrees" | "treated">> {
  readonly treatedClusters: number;
  /** The largest share of one cluster in the weight of the treated. */
  readonly largestShare: number;
  /** Cohorts whose treated are all in one cluster. */
  readonly alone: readonly number[];
  readonly cohorts: number;
  /** Whether every cluster is one unit. */
  readonly single: boolean;
}

/**
 * A cluster's stratum is its arm: the cohort of its units, of the earliest where it holds several. Degrees of freedom of a stratum are those of its units'
 * mean (`armMean`); where a cluster holds treated and units of other arms, no more than one less than the clusters with controls.
 */
export function armStrata({ group, w, units: behind, atom, apart, eligible }: ArmUnits, atoms: number): ArmStrata {
  const earliest = new Int32Array(atoms).fill(NEVER);
  const mixed = new Uint8Array(atoms);
  const first = new Int32Array(atoms).fill(-1);
  const second = new Int32Array(atoms);
  let several = apart === undefined;
  for (let i = 0; i < group.length; i++) {
    const a = atom[i];
    if (first[a] >= 0) {
      if (group[first[a]] !== group[i]) mixed[a] = 1;
      if (apart && apart[first[a]] !== apart[i]) several = true;
    } else {
      first[a] = i;
      if (apart) second[a] = apart[i];
    }
    if (group[i] < earliest[a]) earliest[a] = group[i];
  }
  const kinds = several || !apart ? 0 : apart.reduce((most, v) => Math.max(most, v), 0) + 1;
  const place = new Map<number, number>();
  const stratum = new Int32Array(atoms);
  for (let a = 0; a < atoms; a++) {
    const key = kinds === 0 ? earliest[a] : earliest[a] * kinds + second[a];
    let found = place.get(key);
    if (found === undefined) {
      found = place.size;
      place.set(key, found);
    }
    stratum[a] = found;
  }
  const treated = new Uint8Array(atoms);
  const weight = new Float64Array(atoms);
  const squares = new Float64Array(atoms);
  const units = new Float64Array(atoms);
  const everyone = new Float64Array(atoms);
  const treatedWeight = new Float64Array(atoms);
  const controls = new Uint8Array(atoms);
  // The cluster of a cohort's treated, −1 where they are in several.
  const home = new Map<number, number>();
  for (let i = 0; i < group.length; i++) {
    const a = atom[i];
    everyone[a] += behind?.[i] ?? 1;
    if (group[i] === earliest[a]) {
      weight[a] += w[i];
      squares[a] += (w[i] * w[i]) / (behind?.[i] ?? 1);
      units[a] += behind?.[i] ?? 1;
    }
    if (group[i] === NEVER) controls[a] = 1;
    else if (!eligible || eligible[i] === 1) {
      treated[a] = 1;
      treatedWeight[a] += w[i];
      const own = home.get(group[i]);
      if (own === undefined) home.set(group[i], a);
      else if (own !== a && own >= 0) home.set(group[i], -1);
    }
  }
  const withControls = controls.reduce((n, v) => n + v, 0);
  const members: number[][] = Array.from(place, () => []);
  for (let a = 0; a < atoms; a++) members[stratum[a]].push(a);
  const degrees = Float64Array.from(members, (own) => {
    const pick = (values: Float64Array) => Float64Array.from(own, (a) => values[a]);
    const { df } = armMean(
      pick(weight),
      pick(squares),
      own.every((a) => units[a] <= 1),
    );
    const shared = own.some((a) => mixed[a] === 1) && earliest[own[0]] !== NEVER && withControls > 0;
    return Math.max(1, shared ? Math.min(df, withControls - 1) : df);
  });
  const all = treatedWeight.reduce((sum, v) => sum + v, 0);
  return {
    stratum,
    degrees,
    treated,
    treatedClusters: treated.reduce((n, v) => n + v, 0),
    largestShare: treatedWeight.reduce((a, b) => Math.max(a, b), 0) / all,
    alone: [...home].flatMap(([g, own]) => (own >= 0 ? [g] : [])).sort((a, b) => a - b),
    cohorts: home.size,
    single: everyone.every((n) => n <= 1),
  };
}
