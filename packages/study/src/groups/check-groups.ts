import type { Context } from "@kontrafakt/base";
import { maskProblem, NO_RULES, type Source } from "@kontrafakt/cohort";
import { figureRules } from "../disclosure/figure-rules.js";
import { fileFlows } from "../disclosure/flow-result.js";
import { publishedProblems } from "../disclosure/published-problems.js";
import { createTally } from "../disclosure/tally.js";
import type { GroupCheck } from "../evaluation.js";
import { filesAsRead, periodsResult } from "../files-as-read.js";
import type { GroupStudy } from "../options/group-study-schema.js";
import { readGroupStudy } from "./evaluate-groups.js";
import { publishedGroups } from "./published-groups.js";

/** Reads the files; no effect is estimated. Its counts are exact, for those who hold the data: not for publishing. */
export async function checkGroups(
  study: GroupStudy,
  sources: ReadonlyMap<string, Source>,
  context: Context,
): Promise<GroupCheck> {
  const { groups } = await readGroupStudy(study, sources, context);
  const exactly = { people: NO_RULES, outcome: () => NO_RULES, file: () => NO_RULES, owners: [] };
  const { source, covariance, outcomes, ledger, periods, detected } = groups;
  return {
    kind: "group-check",
    source,
    covariance,
    periods: periodsResult(periods),
    outcomes,
    cohorts: publishedGroups(groups, [], Number.NaN, NO_RULES, createTally()).cohorts,
    flow: { files: fileFlows(ledger, exactly, createTally()) },
    problems: publishedProblems(groups.problems.map(maskProblem), figureRules(study).people, createTally()),
    files: filesAsRead(detected),
    internal: { ledger, detected },
  };
}
