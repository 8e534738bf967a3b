import { clusterMean } from "./cluster-mean.js";
import { sharesByAtom } from "./cluster-shares.js";
import type { WaveDesign } from "./wave-design.js";
import type { WaveMembers, WaveSpan } from "./wave-members.js";
import { weightedMean } from "./weighted-mean.js";

/** Mean outcome of a cell's treated and its influence by atom. */
export interface Level {
  readonly mean: number;
  readonly column: Float64Array;
  readonly df: number;
}

/**
 * Weighted mean outcome (not change) of the treated of a cell, with the small-sample factors their change has: of a mean of sets where sets
 * are independent, of a weighted mean of people where people are (`weightedMean`). Where weights were estimated, each atom's part in θ̂ − θ
 * times the derivative of the mean by θ is added.
 */
export function levelInfluence(
  design: WaveDesign,
  outcome: number,
  members: WaveMembers,
  of: "set" | "unit",
  asDid: boolean,
): (span: WaveSpan) => Level {
  const { atoms, estimation, periods, unit } = design;
  const { values } = design.outcomes[outcome];
  const { treated, treatedWeight } = members;
  const P = estimation?.parameters ?? 0;
  const factors = of === "set" ? setFactors(design, members) : unitFactors(design, members);
  return (span) => {
    const y = (i: number) => values[unit[treated[i]] * periods.length + span.time];
    let total = 0;
    for (let i = span.firstTreated; i < span.lastTreated; i++) total += treatedWeight[i];
    let mean = 0;
    for (let i = span.firstTreated; i < span.lastTreated; i++) mean += (treatedWeight[i] / total) * y(i);
    const { factor, df } = factors(span, total);
    const column = new Float64Array(atoms.count);
    const derivative = new Float64Array(P);
    for (let i = span.firstTreated; i < span.lastTreated; i++) {
      const part = (treatedWeight[i] * (y(i) - mean)) / total;
      const atom = atoms.ofRow[treated[i]];
      column[atom] += part * (asDid ? 1 : factor(atom));
      for (let k = 0; k < P; k++) derivative[k] += estimation!.relative[treated[i] * P + k] * part;
    }
    for (let a = 0; P > 0 && a < atoms.count; a++)
      for (let k = 0; k < P; k++) column[a] += estimation!.influence[a * P + k] * derivative[k];
    return { mean, column, df };
  };
}

type Factors = (span: WaveSpan, total: number) => { factor: (atom: number) => number; df: number };

function setFactors({ atoms }: WaveDesign, { treated, treatedWeight }: WaveMembers): Factors {
  return (span) => {
    const sizes = new Map<number, number>();
    for (let i = span.firstTreated; i < span.lastTreated; i++) {
      const a = atoms.ofRow[treated[i]];
      sizes.set(a, (sizes.get(a) ?? 0) + treatedWeight[i]);
    }
    const facts = clusterMean([...sizes.values()]);
    const place = new Map([...sizes.keys()].map((a, j) => [a, j]));
    return { factor: (a) => facts.factors[place.get(a)!], df: facts.df };
  };
}

function unitFactors({ atoms }: WaveDesign, { treated, treatedWeight }: WaveMembers): Factors {
  const tally = sharesByAtom(atoms.count);
  return (span, total) => {
    tally.clear();
    for (let i = span.firstTreated; i < span.lastTreated; i++) tally.add(atoms.ofRow[treated[i]], treatedWeight[i] / total);
    const facts = weightedMean(tally.shares());
    return { factor: (a) => facts.factors[tally.place(a)], df: (facts.trace * facts.trace) / facts.square };
  };
}
