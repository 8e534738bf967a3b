import { type Context, type Problem, problem } from "@kontrafakt/base";
import type { DisclosureRules } from "@kontrafakt/cohort";
import { type Effects, eventBands, eventRole, events, interval, mean, total, waldPretest } from "@kontrafakt/effects";
import { takeTerms } from "../disclosure/small-cells.js";
import type { Tally } from "../disclosure/tally.js";
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
  { effects, levels }: GroupEstimate,
  name: string,
  { rules, tally }: { readonly rules: DisclosureRules; readonly tally: Tally },
  context: Context,
): Promise<{ readonly outcome: GroupsOutcome; readonly problems: readonly Problem[] }> {
  const { level } = study.groups;
  const own = ofOutcome(effects, name);
  const path = events(own, name);
  const limits = await eventBands(path, level, `study/events/${name}`, context);
  const use = beforeUse(study);
  const tested = testBefore(groups, own, name, use);
  const all = interval(total(own, name), 0, level);
  const relative = levels && (await withOption("groups.estimator", () => relativeResult(levels, name, { level, rules, tally })));
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
    },
    problems: [...tested.problems, ...(relative?.problems ?? []), ...flat],
  };
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
  const test = waldPretest(
    { ...before, clusters: Number.isNaN(before.clusters) ? Number.POSITIVE_INFINITY : before.clusters },
    outcome,
  );
  if (test === null) return none("study/groups-pretrend-none");
  const periods = new Set(before.terms.map(({ event }) => event)).size;
  const df2 = before.df[0];
  const isNormal = df2 === Number.POSITIVE_INFINITY;
  const statistic = test.statistic / test.df;
  return {
    test: {
      periods,
      restrictions: before.terms.length,
      statistic,
      df1: test.df,
      df2: isNormal ? Number.POSITIVE_INFINITY : df2,
      p: test.p,
    },
    problems: [],
  };
}
