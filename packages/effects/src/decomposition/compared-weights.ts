import { type Problem, problem } from "@kontrafakt/base";
import { ALWAYS } from "@kontrafakt/cohort";
import type { Effects, Term } from "../effects-value.js";
import { type Combination, linearCombination } from "../linear-combination.js";
import type { WeightedCell } from "./weighted-cell.js";

/** What weights make of the effects of cells, and what an average over people makes of them. */
export interface ComparedWeights {
  readonly asTwoWay: Combination;
  readonly byPeople: Combination;
  /** Share of the treated person-periods whose cells have an effect; both are over these. */
  readonly covered: number;
}

/**
 * Sums of an estimator's cell effects by two weightings. Groups that start between two periods were one to two-way fixed effects, and share
 * their cell's weights by their people.
 */
export function comparedWith(
  effects: Effects,
  outcome: string,
  cells: readonly WeightedCell[],
  ordinals: Int32Array,
  problems: Problem[],
): ComparedWeights | undefined {
  const at = new Map(cells.map((c) => [`${c.group}/${c.time}`, c]));
  const members = new Map<WeightedCell, number[]>();
  effects.terms.forEach((t, k) => {
    if (t.kind !== "cell" || t.scale !== "difference" || t.outcome !== outcome || Number.isNaN(effects.estimate[k])) return;
    const cell = at.get(`${firstTreatedPeriod(t, ordinals)}/${t.time}`);
    if (cell) members.set(cell, [...(members.get(cell) ?? []), k]);
  });
  const asTwoWay = new Float64Array(effects.terms.length);
  const byPeople = new Float64Array(effects.terms.length);
  let weight = 0;
  let covered = 0;
  for (const [cell, own] of members) {
    const people = own.reduce((sum, k) => sum + effects.terms[k].n, 0);
    for (const k of own) {
      asTwoWay[k] = (cell.weight * effects.terms[k].n) / people;
      byPeople[k] = (cell.share * effects.terms[k].n) / people;
    }
    weight += cell.weight;
    covered += cell.share;
  }
  if (!(covered > 0 && weight > 0)) {
    problems.push(problem("effects/two-way-no-cells", "warning", {}, { outcome }));
    return undefined;
  }
  if (covered < 1 - 1e-9) {
    const share = Math.round(covered * 1000) / 10;
    problems.push(problem("effects/two-way-covered", "note", {}, { outcome, share }));
  }
  const mean = (c: Float64Array, all: number) =>
    linearCombination(
      effects,
      c.map((v) => v / all),
    );
  return { asTwoWay: mean(asTwoWay, weight), byPeople: mean(byPeople, covered), covered };
}

function firstTreatedPeriod({ group }: Term, ordinals: Int32Array): number {
  if (group === undefined || group <= ordinals[0]) return ALWAYS;
  return ordinals.find((t) => t >= group) ?? Number.NaN;
}
