import type { CellInfluence, influenceBy } from "./cell-influence.js";
import { clusterMean } from "./cluster-mean.js";
import { sharesByAtom } from "./cluster-shares.js";
import { type RowGrouping, rowGroupings } from "./row-grouping.js";
import type { WaveDesign } from "./wave-design.js";
import type { WaveMembers, WaveSpan } from "./wave-members.js";
import { weightedMean } from "./weighted-mean.js";

/** Mean outcome of a cell's treated and its influence by atom. */
export interface Level {
  readonly mean: number;
  readonly column: Float64Array;
  readonly df: number;
  readonly modelled?: Float64Array;
  /** As `CellInfluence.crossed`. */
  readonly crossed?: CellInfluence["crossed"];
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
  of: ReturnType<typeof influenceBy>,
  asDid: boolean,
): (span: WaveSpan) => Level {
  const { atoms, estimation, periods, unit } = design;
  const { values } = design.outcomes[outcome];
  const { treated, treatedWeight } = members;
  const P = estimation?.parameters ?? 0;
  const byAtom: RowGrouping = { of: atoms.ofRow, count: atoms.count };
  // Rows summed by atom, with the factors of the first grouping; where clusters and sets cross, also by set and by both.
  const groupings = of === "crossed" ? rowGroupings(atoms) : [byAtom];
  const factorsBy = groupings.map((by) => (of === "set" ? setFactors(by, members) : unitFactors(by, members)));
  return (span) => {
    const y = (i: number) => values[unit[treated[i]] * periods.length + span.time];
    let total = 0;
    for (let i = span.firstTreated; i < span.lastTreated; i++) total += treatedWeight[i];
    let mean = 0;
    for (let i = span.firstTreated; i < span.lastTreated; i++) mean += (treatedWeight[i] / total) * y(i);
    const derivative = new Float64Array(P);
    for (let i = span.firstTreated; i < span.lastTreated; i++) {
      const part = (treatedWeight[i] * (y(i) - mean)) / total;
      for (let k = 0; k < P; k++) derivative[k] += estimation!.relative[treated[i] * P + k] * part;
    }
    const found = factorsBy.map((factors, m) => {
      const { factor, df } = factors(span, total);
      const to = m === 1 ? groupings[1] : byAtom;
      const column = new Float64Array(to.count);
      for (let i = span.firstTreated; i < span.lastTreated; i++) {
        const r = treated[i];
        column[to.of[r]] += ((treatedWeight[i] * (y(i) - mean)) / total) * (asDid ? 1 : factor(groupings[m].of[r]));
      }
      const set = m === 1 ? atoms.crossed?.crossing?.of[1] : undefined;
      for (let a = 0; P > 0 && a < atoms.count; a++)
        for (let k = 0; k < P; k++) column[set ? set[a] : a] += estimation!.influence[a * P + k] * derivative[k];
      return { column, df };
    });
    const [first, second, both] = found;
    if (of !== "crossed") return { mean, ...first };
    const modelled = new Float64Array(design.waves.length + 1);
    for (let i = span.firstTreated; i < span.lastTreated; i++) {
      const share = treatedWeight[i] / total;
      modelled[atoms.stratum[atoms.ofRow[treated[i]]]] += share * share;
    }
    if (!second || !both) return { mean, ...first, modelled };
    return { mean, ...first, modelled, crossed: { bySet: second.column, byBoth: both.column } };
  };
}

type Factors = (span: WaveSpan, total: number) => { factor: (group: number) => number; df: number };

function setFactors({ of }: RowGrouping, { treated, treatedWeight }: WaveMembers): Factors {
  return (span) => {
    const sizes = new Map<number, number>();
    for (let i = span.firstTreated; i < span.lastTreated; i++) {
      const a = of[treated[i]];
      sizes.set(a, (sizes.get(a) ?? 0) + treatedWeight[i]);
    }
    const facts = clusterMean([...sizes.values()]);
    const place = new Map([...sizes.keys()].map((a, j) => [a, j]));
    return { factor: (a) => facts.factors[place.get(a)!], df: facts.df };
  };
}

function unitFactors({ of, count }: RowGrouping, { treated, treatedWeight }: WaveMembers): Factors {
  const tally = sharesByAtom(count);
  return (span, total) => {
    tally.clear();
    for (let i = span.firstTreated; i < span.lastTreated; i++) tally.add(of[treated[i]], treatedWeight[i] / total);
    const facts = weightedMean(tally.shares());
    return { factor: (a) => facts.factors[tally.place(a)], df: (facts.trace * facts.trace) / facts.square };
  };
}
