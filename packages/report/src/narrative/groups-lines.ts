import type { GroupsResults } from "@kontrafakt/study";
import type { Speaker } from "../language.js";
import { peopleWords } from "../outcome-words.js";
import { moneyLines } from "./assumption-lines.js";
import { assumptionOf, estimatorName } from "./estimator-text.js";

type Cohort = GroupsResults["groups"]["cohorts"][number];

/** The period a cohort starts in, or that it never does. */
export function cohortStart({ start, label }: Cohort, speaker: Speaker): string {
  return start === null ? speaker.words.groups.never : speaker.period(label);
}

/** How many cohorts start, and what they are compared with. */
export function groupsLead(results: GroupsResults, speaker: Speaker): string {
  const { groups: say } = speaker.words;
  const { cohorts } = results.groups;
  const starting = cohorts.filter((c) => c.start !== null).length;
  const { estimator, control } = estimatorOptions(results);
  return say.lead(starting, cohorts.length > starting, starting > 1 && (control === "notYet" || estimator === "efficient"));
}

/** The estimator as the study asks for it; nothing of effects that are read from a file. */
function estimatorOptions({ study }: GroupsResults): Readonly<Record<string, unknown>> {
  const { estimator } = (study.groups ?? {}) as { readonly estimator?: Readonly<Record<string, unknown>> };
  return estimator ?? {};
}

/** What the data are, and how effects were found. */
export function groupsLines(results: GroupsResults, speaker: Speaker): string[] {
  const { groups } = results;
  const { groups: say } = speaker.words;
  const { estimator, base } = estimatorOptions(results);
  const assumes = assumptionOf(groups.estimator, speaker);
  const name = estimatorName(groups.estimator, speaker);
  return [
    say.source[groups.source],
    assumes === "" ? say.estimator(name) : say.estimatorAssumes(name, assumes),
    ...(estimator === "attGt" && base === "varying" ? [say.varying] : []),
  ];
}

/** What the result of a study of groups rests on. */
export function groupsAssumptions(results: GroupsResults, speaker: Speaker): string[] {
  const { groups: say, assume } = speaker.words;
  const { cluster = "unit" } = estimatorOptions(results);
  const byPerson = results.groups.source !== "effects-file" && (cluster === "unit" || cluster === "person");
  return [
    assume.estimand(peopleWords(results, speaker).many),
    say.notMatched,
    assume.trends,
    say.covariance[results.groups.covariance],
    ...(byPerson ? [say.independent] : []),
    ...moneyLines(results, speaker),
  ];
}
