import { type Context, type Problem, problem } from "@kontrafakt/base";
import type { Effects, Fit } from "@kontrafakt/effects";
import {
  cashableFigure,
  type MoneyFiles,
  monetize,
  primaryCost,
  primaryWeights,
  type Savings,
  type StudyFacts,
  verify,
} from "@kontrafakt/savings";
import { hasPreTrend, SHOWN } from "../caps.js";
import { evidenceOf } from "../confirm.js";
import type { FigureRules } from "../disclosure/figure-rules.js";
import { publishedEvidence } from "../disclosure/published-inference.js";
import { withheldOutcome } from "../disclosure/published-outcome.js";
import { rareOutcomes, withoutRare, withoutRareTotal } from "../disclosure/rare-outcomes.js";
import { takeTerms } from "../disclosure/small-cells.js";
import type { Tally } from "../disclosure/tally.js";
import type { InferenceRules } from "../inference/inference-of.js";
import { moneyInference } from "../inference/money-inference.js";
import { inferenceWarnings } from "../inference-warnings.js";
import { outcomeFacts, publishedFacts } from "../money-facts.js";
import type { GroupStudy } from "../options/group-study-schema.js";
import { personYearsTold } from "../person-years-told.js";
import type { GroupsOutcome, GroupsResults, PublishedFacts } from "../results.js";
import { step } from "../step.js";
import { estimateGroups } from "./estimate-groups.js";
import type { GroupData } from "./group-data.js";
import { aboutOutcome, groupOutcome } from "./group-outcome.js";

/** Draws of the test beside the interval where the estimator does not say. */
const PERMUTATIONS = 9_999;

/** Everything between the data of groups and the report, still with exact counts. */
export interface GroupAnalysis {
  readonly effects: Effects;
  readonly facts: PublishedFacts;
  readonly outcomes: readonly GroupsOutcome[];
  readonly savings: Savings;
  readonly verification: GroupsResults["verification"];
  readonly problems: readonly Problem[];
}

/**
 * From cells, cross-sections, sums or given effects to savings and the verdict. Nobody was matched, so the verdict always holds only if
 * everyone else would have developed alike (`not-matched`); what the design could have told is not known without people.
 */
export async function analyseGroups(
  groups: GroupData,
  study: GroupStudy,
  money: MoneyFiles,
  rules: FigureRules,
  tally: Tally,
  context: Context,
): Promise<GroupAnalysis> {
  step(context, "effect");
  const estimate = await estimateGroups(groups, study, rules);
  const { rare, left } = estimate;
  const names = [...new Set(estimate.effects.terms.map(({ outcome }) => outcome))];
  const effects = takeTerms(
    estimate.effects,
    estimate.effects.terms.flatMap(({ outcome }, k) => (rare.includes(outcome) ? [] : [k])),
  );
  tally.add("few", left);
  const problems: Problem[] = [
    ...estimate.problems,
    ...rareOutcomes(rare, names, rules.outcome, money, "groups.outcomes", study.savings.totalSpend),
  ];
  if (left > 0) problems.push(problem("study/small-cells", "note", {}, { cells: left, threshold: rules.people.smallCell }));
  const found: GroupsOutcome[] = [];
  for (const name of names) {
    if (rare.includes(name)) {
      const { paths: _, naive: __, ...withheld } = withheldOutcome(aboutOutcome(groups, study, name));
      found.push(withheld);
      tally.add("few", 2);
      continue;
    }
    const result = await groupOutcome(
      groups,
      study,
      { ...estimate, effects },
      name,
      { rules: rules.outcome(name), tally },
      context,
    );
    problems.push(...result.problems);
    found.push(result.outcome);
  }
  const { inference: choice } = estimate.effects;
  const inDoubt = choice
    ? inferenceWarnings(
        names.map((outcome) => ({ outcome, choice, treatedWithOutcome: 0 })),
        estimate.effects.problems,
      )
    : [];
  problems.push(...inDoubt.filter((p) => !estimate.effects.problems.includes(p)));
  step(context, "savings");
  const fewest = (name: string) => Math.max(rules.people.smallCell, rules.outcome(name).smallCell);
  const facts: StudyFacts = {
    outcomes: outcomeFacts(found),
    ...(money.claim.some((row) => row.parts) && { personYears: personYearsTold(effects, groups.periods.unit, fewest, tally) }),
  };
  const options = withoutRareTotal(study.savings, rare);
  const savings = withoutRare(await monetize(effects, money, options, groups.periods, context, facts), rare, money);
  const outcomes = found.map((o) => ({ ...o, priced: savings.consequences.includes(o.name) }));
  step(context, "verdict");
  const caps = ["not-matched", ...(hasPreTrend(outcomes) ? ["pre-trend"] : [])];
  if (money.prices.some((p) => rare.includes(p.consequence))) caps.push("rare-left-out");
  const sure =
    estimate.fit &&
    (await primaryInference(estimate.fit, effects, groups, study, money, { rules: rules.people, tally }, context));
  const cashable = await cashableFigure(effects, money, study.savings, groups.periods, context, facts);
  const elsewhereFound = {
    caps,
    ...(sure?.evidence && { evidence: sure.evidence }),
    design: { se: Number.NaN },
    ...(cashable && { cashable }),
  };
  const { verification, problems: doubts } = verify(effects, money, study.savings, groups.periods, elsewhereFound, facts);
  const unsure = [
    ...(sure?.evidence === undefined ? ["no-permutation"] : []),
    ...(inDoubt.length > 0 ? ["inference-in-doubt"] : []),
  ];
  const unconfirmed = SHOWN.has(verification.verdict) ? unsure : [];
  problems.push(...savings.problems, ...(sure?.problems ?? []), ...doubts);
  return {
    effects,
    facts: publishedFacts(facts),
    outcomes,
    savings,
    verification: {
      ...verification,
      caps: [...verification.caps, ...unconfirmed],
      ...(sure?.inference && { inference: sure.inference }),
    },
    problems,
  };
}

/** The test of the primary figure, and the figure by the methods that the estimator names. */
async function primaryInference(
  fit: Fit,
  effects: Effects,
  { periods }: GroupData,
  { groups: { estimator }, savings }: GroupStudy,
  money: MoneyFiles,
  { rules, tally }: Pick<InferenceRules, "rules" | "tally">,
  context: Context,
) {
  const own = primaryWeights(effects, money, savings, periods);
  const weightOf = new Map(effects.terms.map((term, k) => [term, own[k]]));
  const weights = Float64Array.from(fit.effects.terms, (term) => weightOf.get(term) ?? 0);
  const cost = primaryCost(effects, money, savings, periods);
  const options = estimator !== undefined && "inference" in estimator ? estimator.inference : { beside: [] };
  const tested = await evidenceOf(fit, weights, cost, "draws" in options ? options.draws : PERMUTATIONS, context);
  const rest = { rules, tally, options, at: "groups.estimator.inference", cost };
  const { inference, problems } = await moneyInference(fit, weights, rest, context);
  return {
    evidence: tested.evidence && publishedEvidence(tested.evidence, rules, tally),
    inference,
    problems: [...tested.problems, ...problems],
  };
}
