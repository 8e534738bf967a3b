import type { Context } from "@kontrafakt/base";
import { maskAllTexts, maskProblem, NO_RULES, readCohort, type Source } from "@kontrafakt/cohort";
import { readMoney } from "@kontrafakt/savings";
import { analyse } from "./analyse.js";
import { commonResults } from "./common-results.js";
import { figureRules } from "./disclosure/figure-rules.js";
import { peopleCounts } from "./disclosure/people-counts.js";
import { publishCounts } from "./disclosure/publish-counts.js";
import { fewStartersTell, publishedBalance } from "./disclosure/published-balance.js";
import { publishedProblems } from "./disclosure/published-problems.js";
import { createTally } from "./disclosure/tally.js";
import { yearlySums } from "./disclosure/yearly-sums.js";
import type {
  AnyEvaluation,
  Check,
  Evaluation,
  GroupCheck,
  GroupEvaluation,
  MatchedEvaluation,
  PlanCheck,
  PlanEvaluation,
} from "./evaluation.js";
import { filesAsRead } from "./files-as-read.js";
import { checkGroups } from "./groups/check-groups.js";
import { evaluateGroups } from "./groups/evaluate-groups.js";
import { hashInputs, type Lock } from "./lock.js";
import { matchStudy } from "./match-study.js";
import { type AnyStudy, type GroupStudy, isGroupStudy, isPlan } from "./options/group-study-schema.js";
import type { PlanStudy } from "./options/plan-study-schema.js";
import type { Study } from "./options/study-schema.js";
import { withOthers } from "./others-path.js";
import { outcomeInfo } from "./outcome-info.js";
import { checkPlan, evaluatePlan } from "./plan/evaluate-plan.js";
import { referralProblems } from "./referral-problems.js";
import { refuseUnusable } from "./refuse-unusable.js";
import type { MatchedResults } from "./results.js";

/**
 * The whole way: files → cohort → comparison → effects → savings → verdict; of a study of groups from its data to effects at once; of a plan from assumed effects on.
 *
 * @param sources every file of the study, by the name the study gives it
 * @param given its seed, where there is one, takes the place of the study's
 * @param lock what was fixed before outcomes were read, if anything
 * @throws KontrafaktError where the data or the study do not allow an answer
 */
export function evaluate(
  study: Study,
  sources: ReadonlyMap<string, Source>,
  given?: Partial<Context>,
  lock?: Lock,
): Promise<MatchedEvaluation>;
export function evaluate(
  study: GroupStudy,
  sources: ReadonlyMap<string, Source>,
  given?: Partial<Context>,
  lock?: Lock,
): Promise<GroupEvaluation>;
export function evaluate(
  study: PlanStudy,
  sources: ReadonlyMap<string, Source>,
  given?: Partial<Context>,
  lock?: Lock,
): Promise<PlanEvaluation>;
export function evaluate(
  study: Study | GroupStudy,
  sources: ReadonlyMap<string, Source>,
  given?: Partial<Context>,
  lock?: Lock,
): Promise<Evaluation>;
export function evaluate(
  study: AnyStudy,
  sources: ReadonlyMap<string, Source>,
  given?: Partial<Context>,
  lock?: Lock,
): Promise<AnyEvaluation>;
export async function evaluate(
  study: AnyStudy,
  sources: ReadonlyMap<string, Source>,
  given: Partial<Context> = {},
  lock?: Lock,
): Promise<AnyEvaluation> {
  const context: Context = { ...given, seed: given.seed ?? study.seed };
  if (isPlan(study)) return evaluatePlan(study, sources, context, lock);
  if (isGroupStudy(study)) return evaluateGroups(study, sources, context, lock);
  const inputs = await hashInputs(study, sources, context);
  return evaluateRead(study, await readStudy(study, sources, context), context, inputs, lock);
}

/** The same from files that are read: several evaluations of one cohort need read it once. */
export async function evaluateRead(
  study: Study,
  { money, cohort }: Awaited<ReturnType<typeof readStudy>>,
  context: Context,
  inputs: MatchedResults["inputs"],
  lock?: Lock,
): Promise<MatchedEvaluation> {
  const { panel, ledger } = cohort;
  const tally = createTally();
  const rules = figureRules(study);
  const analysis = await analyse(panel, study, money, context, tally);
  const { matched, effects } = analysis;
  const { counts, elsewhere } = peopleCounts(cohort, matched, rules, tally);
  const { ordinals } = panel.periods;
  const reached = (wave: number, event: number) => wave + event >= ordinals[0] && wave + event <= ordinals[ordinals.length - 1];
  const matchedAt = (event: number) =>
    matched.balance.waves.reduce((sum, w) => sum + (reached(w.wave, event) ? w.matched : 0), 0);
  const told = publishCounts(analysis.outcomes, rules.people, elsewhere, tally, matchedAt);
  const fewest = (name: string) => Math.max(rules.people.smallCell, rules.outcome(name).smallCell);
  const outcomes = told.map((o) => {
    return withOthers(o, cohort.comparison, effects, panel.periods.ordinals, study.cohort.comparisonCells, fewest(o.name));
  });
  const shown = outcomes.filter((o) => o.withheld === undefined).map((o) => o.name);
  const balance = publishedBalance(matched.balance, counts, rules, tally, fewStartersTell(panel, matched, rules));
  const found = [...cohort.problems, ...referralProblems(cohort, study), ...analysis.problems];
  const problems = publishedProblems(found.map(maskProblem), rules.people, tally, elsewhere);
  const results: MatchedResults = {
    ...commonResults(study, money, panel.periods, inputs, lock, context, analysis.facts),
    design: "matched",
    ...counts,
    balance,
    matching: analysis.matching,
    ...(analysis.bracket && { bracket: analysis.bracket }),
    outcomes,
    effects: yearlySums(effects, panel.periods.unit, shown, ordinals[ordinals.length - 1]),
    savings: analysis.savings,
    verification: analysis.verification,
    data: { files: filesAsRead(cohort.detected) },
    disclosure: { rules: rules.owners, withheld: tally.list() },
    problems,
  };
  return { kind: "evaluation", results: maskAllTexts(results), internal: { ledger, effects } };
}

/** Reads the files and matches, where people are; no effect is estimated and no outcome after the start is looked at. */
export function checkStudy(study: Study, sources: ReadonlyMap<string, Source>, context: Context): Promise<Check>;
export function checkStudy(study: GroupStudy, sources: ReadonlyMap<string, Source>, context: Context): Promise<GroupCheck>;
export function checkStudy(study: PlanStudy, sources: ReadonlyMap<string, Source>, context: Context): Promise<PlanCheck>;
export function checkStudy(
  study: AnyStudy,
  sources: ReadonlyMap<string, Source>,
  context: Context,
): Promise<Check | GroupCheck | PlanCheck>;
export async function checkStudy(
  study: AnyStudy,
  sources: ReadonlyMap<string, Source>,
  context: Context,
): Promise<Check | GroupCheck | PlanCheck> {
  if (isPlan(study)) return checkPlan(study, sources, context);
  if (isGroupStudy(study)) return checkGroups(study, sources, context);
  const { cohort } = await readStudy(study, sources, context);
  const matched = matchStudy(cohort.panel, study, context);
  const exactly = { people: NO_RULES, outcome: () => NO_RULES, file: () => NO_RULES, owners: [] };
  const { counts } = peopleCounts(cohort, matched, exactly, createTally());
  const found = [...cohort.problems, ...referralProblems(cohort, study), ...matched.problems];
  return {
    kind: "check",
    method: matched.options.method,
    ...counts,
    balance: maskAllTexts(matched.balance),
    problems: publishedProblems(found.map(maskProblem), figureRules(study).people, createTally()),
    internal: { ledger: cohort.ledger, linkage: cohort.linkage, detected: cohort.detected },
  };
}

/** Money files before cohort files: they are small, and their faults soon told. */
export async function readStudy(study: Study, sources: ReadonlyMap<string, Source>, context: Context) {
  const money = await readMoney(sources, study.savings, outcomeInfo(study), context);
  const cohort = await readCohort(sources, study.cohort, context);
  refuseUnusable(cohort, study);
  return { money, cohort };
}
