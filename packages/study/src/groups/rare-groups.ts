import { type CohortMoments, type CrossSections, type DisclosureRules, NEVER } from "@kontrafakt/cohort";
import type { GroupData } from "./group-data.js";

/** People of an arm who have an outcome, as far as the data tell; NaN where they don't. */
interface Having {
  readonly start: number;
  readonly people: number;
}

/**
 * Whether fewer people than may be told have the outcome: of the treated from their start on, or of those who never start. Of sums it is
 * the most in any period, which is no more than the people. Cells and effects that others have let out are not judged again.
 */
export function isRareInGroups(
  { source, data }: Pick<GroupData, "source" | "data">,
  outcome: string,
  { smallCell }: DisclosureRules,
): boolean {
  if (smallCell <= 1 || source === "cells" || data.kind === "effects") return false;
  const having = data.kind === "cross-sections" ? ofRows(data, outcome) : ofSums(data, outcome);
  const treated = having.filter(({ start }) => start !== NEVER).reduce((sum, { people }) => sum + people, 0);
  const never = having.filter(({ start }) => start === NEVER).reduce((sum, { people }) => sum + people, 0);
  const isFew = (people: number) => people > 0 && people < smallCell;
  return isFew(treated) || isFew(never) || treated + never === 0;
}

function ofSums({ arms, outcomes, periods }: CohortMoments, outcome: string): Having[] {
  const { ordinals } = periods;
  const at = outcomes.findIndex(({ name }) => name === outcome) * ordinals.length;
  return arms.map(({ firstTreated, nonZero }) => {
    let people = 0;
    ordinals.forEach((ordinal, t) => {
      if (ordinal >= firstTreated || firstTreated === NEVER) people = Math.max(people, nonZero[at + t]);
    });
    return { start: firstTreated, people };
  });
}

function ofRows({ rows, period, periods, firstTreated, measures, clusterings }: CrossSections, outcome: string): Having[] {
  const values = measures.find(({ name }) => name === outcome)?.values ?? new Float64Array(0);
  const person = clusterings.find(({ name }) => name === "person")?.of;
  const met = new Map<number, Set<number>>();
  for (let i = 0; i < rows; i++) {
    const start = firstTreated[i];
    if (!(Math.abs(values[i]) > 0) || (start !== NEVER && periods.ordinals[period[i]] < start)) continue;
    met.set(start, (met.get(start) ?? new Set()).add(person === undefined ? i : person[i]));
  }
  return [...met].map(([start, own]) => ({ start, people: own.size }));
}
