import { type Context, KontrafaktError } from "@kontrafakt/base";
import { maskAllTexts, maskProblem, type Source } from "@kontrafakt/cohort";
import { readMoney } from "@kontrafakt/savings";
import { allMessages } from "../all-messages.js";
import { commonResults } from "../common-results.js";
import { figureRules } from "../disclosure/figure-rules.js";
import { publishedProblems } from "../disclosure/published-problems.js";
import { createTally } from "../disclosure/tally.js";
import { about } from "../disclosure/tell.js";
import { yearlySums } from "../disclosure/yearly-sums.js";
import type { GroupEvaluation } from "../evaluation.js";
import { filesAsRead } from "../files-as-read.js";
import { hashInputs, type Lock } from "../lock.js";
import type { GroupStudy } from "../options/group-study-schema.js";
import type { GroupsResults } from "../results.js";
import { analyseGroups } from "./analyse-groups.js";
import { clustersArePeople } from "./estimate-groups.js";
import type { GroupData } from "./group-data.js";
import { groupFlows } from "./group-flows.js";
import { groupNameProblems } from "./group-name-problems.js";
import { groupOutcomeInfo } from "./group-outcome-info.js";
import { publishedGroups } from "./published-groups.js";
import { readGroups } from "./read-groups.js";

/** The whole way of a study of groups: files → effects → savings → verdict. */
export async function evaluateGroups(
  study: GroupStudy,
  sources: ReadonlyMap<string, Source>,
  context: Context,
  lock?: Lock,
): Promise<GroupEvaluation> {
  const inputs = await hashInputs(study, sources, context);
  const { groups, money } = await readGroupStudy(study, sources, context);
  const tally = createTally();
  const rules = figureRules(study);
  const analysis = await analyseGroups(groups, study, money, rules, tally, context);
  const { effects } = analysis;
  const isRough = rules.people.smallCell > 1 && clustersArePeople(groups.data, study);
  const clusters = isRough && effects.clusters >= rules.people.smallCell ? about(effects.clusters) : effects.clusters;
  const told = publishedGroups(groups, analysis.outcomes, clusters, rules.people, tally);
  const shown = told.outcomes.filter((o) => o.withheld === undefined).map((o) => o.name);
  const found = [...groups.problems, ...analysis.problems].map(maskProblem);
  const sizes = groups.cohorts.map(({ units }) => units);
  const isOut = groups.source === "cells" || groups.source === "effects-file";
  const people = isOut ? [] : [...sizes, sizes.reduce((a, b) => a + b, 0)];
  const elsewhere = { starters: [], people, hidden: new Map<number, string>() };
  const results: GroupsResults = {
    ...commonResults(study, money, groups.periods, inputs, lock, context, analysis.facts),
    design: "groups",
    flow: { files: groupFlows(groups, rules, tally) },
    groups: {
      source: groups.source,
      estimator: study.groups.estimator?.estimator ?? "file",
      label: effects.estimator,
      cohorts: told.cohorts,
      covariance: groups.covariance,
    },
    outcomes: told.outcomes,
    effects: { ...yearlySums(effects, groups.periods.unit, shown, groups.periods.ordinals.at(-1)), clusters: told.clusters },
    savings: analysis.savings,
    verification: analysis.verification,
    data: { files: filesAsRead(groups.detected) },
    disclosure: { rules: rules.owners, withheld: tally.list() },
    problems: publishedProblems(found, rules.people, tally, elsewhere),
  };
  return { kind: "evaluation", results: maskAllTexts(results), internal: { ledger: groups.ledger, effects } };
}

/** The data and the money files; names of outcomes that the data don't have are refused before anything is estimated. */
export async function readGroupStudy(study: GroupStudy, sources: ReadonlyMap<string, Source>, context: Context) {
  const groups: GroupData = await readGroups(study, sources, context);
  const wrong = groupNameProblems(groups, study);
  if (wrong.length > 0) throw new KontrafaktError(wrong, allMessages);
  return { groups, money: await readMoney(sources, study.savings, groupOutcomeInfo(groups, study), context) };
}
