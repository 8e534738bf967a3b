import { type Context, type Problem, periodsPerYear, problem } from "@kontrafakt/base";
import { type Panel, publishable } from "@kontrafakt/cohort";
import { eventBands, eventRole, events, interval, mean, naive, paths, preTrend, total, type WaveFit } from "@kontrafakt/effects";
import type { Comparison } from "@kontrafakt/matching";
import type { Study } from "./options/study-schema.js";
import type { OutcomeResult } from "./results.js";

/** One outcome as the report shows it: mean and total effect, event study with bands, paths, pre-trend test, naive contrasts. */
export async function outcomeResult(
  panel: Panel,
  comparison: Comparison,
  fit: WaveFit,
  study: Study,
  name: string,
  context: Context,
): Promise<{ readonly outcome: OutcomeResult; readonly problems: readonly Problem[] }> {
  const { level, baseWindow } = study.effects;
  const { smallCell } = study.report;
  const options = study.cohort.outcomes[name];
  const path = events(fit.effects, name);
  const limits = await eventBands(path, level, `study/events/${name}`, context);
  const { anticipation } = comparison;
  // `ownHistory` adjusts for the base window and the one before it: neither is untouched.
  const adjusted = study.effects.adjust.includes("ownHistory") ? 2 * baseWindow : 0;
  const historyUsed = Math.max(comparison.historyUsed, adjusted);
  const use = { anticipation, baseWindow, historyUsed };
  const preTrends = preTrend(fit.effects, name, { ...use, periodsPerYear: periodsPerYear(study.cohort.period) });
  const means = paths(panel, comparison, fit, name);
  const shown = Array.from(means.event.keys()).filter((i) => means.n[i] >= smallCell);
  const at = (values: Float64Array, people?: Int32Array) =>
    shown.map((i) => (Number.isNaN(values[i]) || (people && people[i] < smallCell) ? null : values[i]));
  const { beforeAfter, treatedVersusRest } = naive(panel, comparison, fit, name);
  const outcome: OutcomeResult = {
    name,
    label: options.label ?? name,
    unit: options.unit,
    priced: false,
    better: options.better,
    mean: interval(mean(fit.effects, name), 0, level),
    total: interval(total(fit.effects, name), 0, level),
    events: path.terms.flatMap((term, k) => {
      if (term.n < smallCell) return [];
      const event = term.event as number;
      return [{ ...limits[k], event, n: publishable(term.n, smallCell), role: eventRole(event, use) }];
    }),
    paths: {
      event: shown.map((i) => means.event[i]),
      treated: at(means.treated, means.treatedNotZero),
      comparison: at(means.comparison, means.comparisonNotZero),
      rest: at(means.rest),
    },
    preTrend: preTrends.test && {
      periods: preTrends.test.periods,
      restrictions: preTrends.test.restrictions,
      statistic: preTrends.test.statistic,
      df1: preTrends.test.df1,
      df2: preTrends.test.df2,
      p: preTrends.test.p,
    },
    naive: { beforeAfter, treatedVersusRest },
  };
  const flat =
    outcome.total.se > 0
      ? []
      : [problem("study/outcome-flat", "warning", { option: `cohort.outcomes.${name}` }, { outcome: name })];
  return { outcome, problems: [...preTrends.problems, ...flat] };
}
