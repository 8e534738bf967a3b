import { type Context, type Problem, problem } from "@kontrafakt/base";
import type { DisclosureRules } from "@kontrafakt/cohort";
import {
  type Effects,
  eventBands,
  eventRole,
  events,
  type Fit,
  interval,
  mean,
  total,
  totalWeights,
  waldPretest,
} from "@kontrafakt/effects";
import { takeTerms } from "../disclosure/small-cells.js";
import type { Tally } from "../disclosure/tally.js";
import { type InferenceRules, inferenceOf } from "../inference/inference-of.js";
import { bandsResult } from "../inference/inference-result.js";
import type { GroupStudy } from "../options/group-study-schema.js";
import { relativeResult } from "../relative-result.js";
import type { GroupsOutcome } from "../results.js";
import { withOption } from "./at-option.js";
import type { GroupEstimate } from "./estimate-groups.js";
import type { GroupData } from "./group-data.js";

/** Periods before the start that are no test: those in which the effect may already show, and those that are the base of others. */
interface BeforeUse {
  readonly anticipation: number;
  readonly baseWindow: number;
}

/** One outcome of a study of groups: mean and total effect, event study with bands, pre-trend test, share of what would have been. */
export async function groupOutcome(
  groups: GroupData,
  study: GroupStudy,
  { effects, levels, fit }: GroupEstimate,
  name: string,
  { rules, tally }: { readonly rules: DisclosureRules; readonly tally: Tally },
  context: Context,
): Promise<{ readonly outcome: GroupsOutcome; readonly problems: readonly Problem[] }> {
  const { level } = study.groups;
  const own = ofOutcome(effects, name);
  const path = events(own, name);
  const bands = await eventBands(path, level, `study/events/${name}`, context);
  const { limits } = bands;
  const use = beforeUse(study);
  const tested = testBefore(groups, own, name, use);
  const all = interval(total(own, name), 0, level);
  const relative = levels && (await withOption("groups.estimator", () => relativeResult(levels, name, { level, rules, tally })));
  const sure =
    fit && (await totalInference(fit, groups, study, name, { level, rules, tally, bands: bandsResult(bands.used) }, context));
  const flat =
    all.se > 0 ? [] : [problem("study/outcome-flat", "warning", { option: `groups.outcomes.${name}` }, { outcome: name })];
  return {
    outcome: {
      ...aboutOutcome(groups, study, name),
      mean: interval(mean(own, name), 0, level),
      total: all,
      events: path.terms.map((term, k) => {
        const event = term.event as number;
        return { ...limits[k], event, n: term.n, role: eventRole(event, { ...use, gap: 0, historyUsed: 0 }) };
      }),
      preTrend: tested.test,
      ...(relative?.relative && { relative: relative.relative }),
      ...(sure?.inference && { inference: sure.inference }),
    },
    problems: [...bands.problems, ...tested.problems, ...(relative?.problems ?? []), ...(sure?.problems ?? []), ...flat],
  };
}

/** How sure the total is said to be, where the estimator is this package's. */
async function totalInference(
  fit: Fit,
  { cohorts }: GroupData,
  { groups: { estimator } }: GroupStudy,
  name: string,
  given: Pick<InferenceRules, "level" | "rules" | "tally" | "bands">,
  context: Context,
) {
  const options = estimator !== undefined && "inference" in estimator ? estimator.inference : { beside: [] };
  const sizes = cohorts.map(({ units }) => units);
  const elsewhere = [...sizes, sizes.reduce((a, b) => a + b, 0)];
  const at = "groups.estimator.inference";
  return inferenceOf(fit, ({ effects }) => totalWeights(effects, name), { ...given, options, at, elsewhere }, context);
}

/** What an outcome is called, and which direction is good. */
export function aboutOutcome({ outcomes }: GroupData, { groups }: GroupStudy, name: string) {
  const said = Object.hasOwn(groups.outcomes, name) ? groups.outcomes[name] : undefined;
  const unit = outcomes.find((o) => o.name === name)?.unit ?? "";
  return { name, label: said?.label ?? name, unit, priced: false, better: said?.better ?? ("lower" as const) };
}

/** With a varying base no period before the start is the base of all: each is compared with the one before it. */
function beforeUse({ groups: { estimator } }: GroupStudy): BeforeUse {
  if (estimator?.estimator !== "attGt") return { anticipation: 0, baseWindow: 0 };
  return { anticipation: estimator.anticipation, baseWindow: estimator.base === "universal" ? estimator.baseWindow : 0 };
}

function ofOutcome(effects: Effects, outcome: string): Effects {
  return takeTerms(
    effects,
    effects.terms.flatMap((t, k) => (t.outcome === outcome && !Number.isNaN(effects.estimate[k]) ? [k] : [])),
  );
}

/** The joint test of cells before the start; none where it is not known how they go together. */
function testBefore(groups: GroupData, effects: Effects, outcome: string, { anticipation, baseWindow }: BeforeUse) {
  const none = (code: string): { test: GroupsOutcome["preTrend"]; problems: Problem[] } => ({
    test: null,
    problems: [problem(code, "note", {}, { outcome })],
  });
  if (groups.covariance !== "given") return none("study/groups-pretrend-covariance");
  const untouched = -anticipation - baseWindow;
  const before = takeTerms(
    effects,
    effects.terms.flatMap((t, k) => ((t.event as number) < untouched && (t.event as number) < 0 ? [k] : [])),
  );
  const { test, problems } = waldPretest(
    { ...before, clusters: Number.isNaN(before.clusters) ? Number.POSITIVE_INFINITY : before.clusters },
    outcome,
  );
  if (test === null)
    return problems.some(({ code }) => code === "effects/wald-none")
      ? none("study/groups-pretrend-none")
      : { test, problems: [...problems] };
  const periods = new Set(before.terms.map(({ event }) => event)).size;
  return {
    test: {
      periods,
      restrictions: before.terms.length,
      statistic: test.f,
      df1: test.df,
      df2: test.df2,
      p: test.p,
    },
    problems: [],
  };
}
