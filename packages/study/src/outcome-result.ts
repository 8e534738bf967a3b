import { type Context, type PeriodUnit, type Problem, periodsPerYear, problem, yearOfPeriod } from "@kontrafakt/base";
import type { DisclosureRules, Panel } from "@kontrafakt/cohort";
import {
  type Effects,
  eventBands,
  eventRole,
  events,
  type Interval,
  interval,
  mean,
  naive,
  paths,
  preTrend,
  total,
  type WaveFit,
} from "@kontrafakt/effects";
import type { Comparison } from "@kontrafakt/matching";
import { tQuantile } from "@kontrafakt/numerics";
import { outcomePeople } from "./disclosure/outcome-people.js";
import {
  coarseDf,
  coarseInterval,
  isFractionOf,
  publishedLevel,
  publishedNaive,
  publishedPaths,
} from "./disclosure/published-outcome.js";
import type { Tally } from "./disclosure/tally.js";
import { few } from "./disclosure/tell.js";
import { bandsResult, type InferenceResult } from "./inference/inference-result.js";
import type { Study } from "./options/study-schema.js";
import type { OutcomeResult } from "./results.js";

/** What an outcome's figures must obey, and where it is counted what was withheld. */
export interface OutcomeDisclosure {
  readonly rules: DisclosureRules;
  readonly tally: Tally;
}

/**
 * One outcome as the report shows it: mean and total effect, event study with bands, paths, pre-trend test, naive contrasts. Counts of
 * starters by event time are still exact: `publishCounts` tells them, all outcomes together.
 */
export async function outcomeResult(
  panel: Panel,
  comparison: Comparison,
  fit: WaveFit,
  study: Study,
  name: string,
  { rules, tally }: OutcomeDisclosure,
  context: Context,
): Promise<{
  readonly outcome: OutcomeResult;
  readonly bands: InferenceResult["bands"];
  readonly problems: readonly Problem[];
}> {
  const { level, baseWindow } = study.effects;
  const { smallCell } = rules;
  const options = study.cohort.outcomes[name];
  const path = events(fit.effects, name);
  const bands = await eventBands(path, level, `study/events/${name}`, context, study.effects.inference.bands);
  const { limits } = bands;
  const { anticipation, gap } = comparison;
  // `ownHistory` adjusts for the base window and the one before it: neither is untouched.
  const adjusted = study.effects.adjust.includes("ownHistory") ? gap + 2 * baseWindow : 0;
  const historyUsed = Math.max(comparison.historyUsed, adjusted);
  const use = { anticipation, gap, baseWindow, historyUsed };
  const preTrends = preTrend(fit.effects, name, { ...use, periodsPerYear: periodsPerYear(study.cohort.period) });
  const people = outcomePeople(panel, comparison, name);
  const all = interval(total(fit.effects, name), 0, level);
  const average = interval(mean(fit.effects, name), 0, level);
  const tellsMissing = few(missingPeriods(fit.effects, name), smallCell);
  if (tellsMissing) tally.add("coarse", 5);
  const means = paths(panel, comparison, fit, name);
  const base = [-anticipation - gap - baseWindow, -anticipation - gap - 1] as const;
  const peopleAt = (at: (event: number) => boolean) => outcomePeople(panel, comparison, name, at);
  const told = publishedPaths(means, rules, people.yesNo, tally);
  const levelOver = (window: readonly [number, number]) => publishedLevel(means, window, told, peopleAt, rules, tally);
  const outcome: OutcomeResult = {
    name,
    label: options.label ?? name,
    unit: panel.measures.find((m) => m.name === name)?.unit ?? "",
    priced: false,
    better: options.better,
    mean: tellsMissing ? coarseInterval(average) : average,
    total: all,
    events: path.terms.flatMap((term, k) => {
      if (term.n < smallCell) {
        tally.add("few");
        return [];
      }
      const event = term.event as number;
      const figure = publishedEvent(limits[k], fit.effects, name, event, level, panel.periods.unit, rules, tally);
      return [{ ...figure, event, n: term.n, role: eventRole(event, use) }];
    }),
    paths: told,
    levels: { base: levelOver(base), after: levelOver([0, Number.POSITIVE_INFINITY]) },
    preTrend: preTrends.test && {
      periods: preTrends.test.periods,
      restrictions: preTrends.test.restrictions,
      statistic: preTrends.test.statistic,
      df1: preTrends.test.df1,
      df2: preTrends.test.df2,
      p: preTrends.test.p,
    },
    naive: publishedNaive(naive(panel, comparison, fit, name), people, rules, tally),
  };
  const flat =
    all.se > 0 ? [] : [problem("study/outcome-flat", "warning", { option: `cohort.outcomes.${name}` }, { outcome: name })];
  const problems = [...bands.problems, ...preTrends.problems, ...flat];
  return { outcome, bands: bandsResult(bands.used), problems };
}

/** Person-periods that starters of the waves' fullest cells were not observed: told by the ratio of total to mean. */
function missingPeriods(effects: Effects, outcome: string): number {
  const fullest = new Map<number, number>();
  let missing = 0;
  const cells = effects.terms.filter((t) => t.kind === "cell" && t.outcome === outcome && (t.event as number) >= 0);
  for (const { group, n } of cells) fullest.set(group as number, Math.max(n, fullest.get(group as number) ?? 0));
  for (const { group, n } of cells) missing += (fullest.get(group as number) as number) - n;
  return missing;
}

/**
 * An event whose cells are all of one wave has that wave's people less one as degrees of freedom: those are told to the multiple of five
 * below, under ten to 7, 4, 2 or 1, and pointwise limits follow them, a hair wider. In a study of one wave the effects themselves are rounded too: with several
 * outcomes their yearly sums would otherwise give the numbers of people by solving for them. So they are where some of the wave are not
 * observed, and the wave is alone all year, or the effect's digits show over how many it is a mean.
 */
export function publishedEvent(
  figure: Interval,
  effects: Effects,
  outcome: string,
  event: number,
  level: number,
  unit: PeriodUnit,
  { smallCell }: DisclosureRules,
  tally: Tally,
): Interval {
  if (smallCell <= 1) return figure;
  const groups = (of: (t: Effects["terms"][number]) => boolean) =>
    new Set(effects.terms.filter((t) => t.outcome === outcome && of(t)).map((t) => t.group)).size;
  if (groups((t) => t.event === event) > 1 || !Number.isFinite(figure.df)) return figure;
  tally.add("coarse");
  const df = coarseDf(figure.df);
  const half = tQuantile((1 + level) / 2, df) * figure.se;
  const wider = { ...figure, df, lower: figure.estimate - half, upper: figure.estimate + half };
  if (groups((t) => (t.event as number) >= 0) === 1) return coarseInterval(wider);
  const cell = effects.terms.find((t) => t.outcome === outcome && t.event === event);
  const wave = effects.terms.filter((t) => t.outcome === outcome && t.group === cell?.group);
  if (cell === undefined || cell.n === Math.max(...wave.map((t) => t.n))) return wider;
  const year = yearOfPeriod(cell.time as number, unit);
  const alone = wave
    .filter((t) => (t.event as number) >= 0 && yearOfPeriod(t.time as number, unit) === year)
    .every((t) => groups((other) => other.event === t.event) === 1);
  return (event >= 0 && alone) || isFractionOf(figure.estimate, cell.n) ? coarseInterval(wider) : wider;
}
