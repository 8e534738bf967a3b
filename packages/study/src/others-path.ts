import { type ComparisonMeans, coarse } from "@kontrafakt/cohort";
import type { Effects } from "@kontrafakt/effects";
import type { Study } from "./options/study-schema.js";
import type { OutcomeResult } from "./results.js";

/**
 * An outcome with the published averages of others beside its paths: at each time from the start the mean over the waves' calendar
 * periods, each weighted by its treated people as the other lines are; nothing where a wave's period is not published. Rounded to
 * what `smallCell` people of a wave more or less would change, so that the published figures do not tell how many it has.
 * @param effects with the cells that may be told
 * @param smallCell least number of people that may be told
 */
export function withOthers(
  outcome: OutcomeResult,
  comparison: ComparisonMeans | undefined,
  effects: Effects,
  ordinals: Int32Array,
  options: Study["cohort"]["comparisonCells"],
  smallCell: number,
): OutcomeResult {
  const means = comparison?.outcomes.find(({ name }) => name === outcome.name);
  if (options === undefined || comparison === undefined || means === undefined || outcome.withheld !== undefined) return outcome;
  const cells = effects.terms.filter((t) => t.kind === "cell" && t.outcome === outcome.name);
  const used = new Set<number>();
  const values = outcome.paths.event.map((event) => {
    const own = cells.filter((t) => t.event === event);
    const places = own.map((t) => ordinals.indexOf(t.time as number));
    const at = places.map((t) => means.mean[t]);
    if (own.length === 0 || !at.every((mean) => Number.isFinite(mean))) return null;
    for (const t of places) used.add(t);
    const people = own.reduce((sum, t) => sum + t.n, 0);
    const mean = own.reduce((sum, t, i) => sum + t.n * at[i], 0) / people;
    const range = Math.max(...at) - Math.min(...at);
    return smallCell > 1 ? coarse(mean, (smallCell * range) / people) : mean;
  });
  if (used.size === 0) return outcome;
  const people = [...used].map((t) => Math.round(means.people[t]));
  return {
    ...outcome,
    others: {
      label: options.label,
      source: options.source,
      groups: comparison.groups,
      people: [Math.min(...people), Math.max(...people)],
      values,
    },
  };
}
