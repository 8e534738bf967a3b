import { type Context, type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { designSe, type Effects, totalWeights } from "@kontrafakt/effects";
import type { Matched } from "@kontrafakt/matching";
import { cashableFigure, type MoneyFiles, monetize, type Savings, verify } from "@kontrafakt/savings";
import { besideResults } from "./beside/beside-results.js";
import { bracket } from "./bracket.js";
import { hasPreTrend, SHOWN } from "./caps.js";
import { confirm } from "./confirm.js";
import { figureRules } from "./disclosure/figure-rules.js";
import { outcomePeople } from "./disclosure/outcome-people.js";
import { publishedEvidence } from "./disclosure/published-inference.js";
import { withheldOutcome } from "./disclosure/published-outcome.js";
import { rareOutcomes, withoutRare, withoutRareTotal } from "./disclosure/rare-outcomes.js";
import { createTally, type Tally } from "./disclosure/tally.js";
import { estimate } from "./estimate.js";
import { inferenceOf } from "./inference/inference-of.js";
import { moneyInference } from "./inference/money-inference.js";
import { type InferenceSituation, inferenceWarnings } from "./inference-warnings.js";
import { matchStudy } from "./match-study.js";
import { matchingResult } from "./matching-result.js";
import { moneyFacts, publishedFacts } from "./money-facts.js";
import type { Study } from "./options/study-schema.js";
import { outcomeResult } from "./outcome-result.js";
import { relativeResult } from "./relative-result.js";
import type { Bracket, MatchedResults, MatchingResult, OutcomeResult, PublishedFacts } from "./results.js";
import { step } from "./step.js";
import { publishedSubgroups } from "./subgroups/published-subgroups.js";
import { waveTotal } from "./wave-total.js";
import { withPeriods } from "./with-periods.js";

/** Everything between the panel and the report, still with what must not leave the machine. */
export interface Analysis {
  readonly kind: "analysis";
  readonly matched: Matched;
  readonly matching: MatchingResult;
  readonly bracket?: Bracket;
  /** Cells of every outcome that may be told, with their joint covariance; small cells left out. */
  readonly effects: Effects;
  readonly facts: PublishedFacts;
  readonly outcomes: readonly OutcomeResult[];
  readonly savings: Savings;
  readonly verification: MatchedResults["verification"];
  readonly problems: readonly Problem[];
}

/**
 * From a panel and the money files to effects, savings and the verdict. An outcome that few people have enters no figure and no amount:
 * its money in a total would be the total less the others.
 *
 * @param tally counts what was withheld
 */
export async function analyse(
  panel: Panel,
  study: Study,
  money: MoneyFiles,
  context: Context,
  tally: Tally = createTally(),
): Promise<Analysis> {
  const matched = matchStudy(panel, study, context);
  step(context, "effect");
  const rules = figureRules(study);
  const estimated = estimate(panel, matched, study, rules);
  const { effects, rare, shown, left } = estimated;
  const names = Object.keys(study.cohort.outcomes);
  const told = names.filter((name) => !rare.includes(name));
  tally.add("few", left);
  const problems: Problem[] = [
    ...matched.problems.filter((p) => p.code !== "matching/peak-at-referral" || !rare.includes(String(p.params.outcome))),
    ...effects.problems.map((p) => ({ ...p, params: withPeriods(p, panel.periods.unit) })),
    ...rareOutcomes(rare, names, rules.outcome, money, "cohort.outcomes", study.savings.totalSpend),
  ];
  if (left > 0) problems.push(problem("study/small-cells", "note", {}, { cells: left, threshold: rules.people.smallCell }));
  let known: Effects | undefined;
  const levels = () => {
    known ??= estimated.levels();
    return known;
  };
  const { level } = study.effects;
  const elsewhere = [waveTotal(matched.balance, "matched")];
  const inference = { options: study.effects.inference, at: "effects.inference", elsewhere };
  const found: OutcomeResult[] = [];
  for (const name of names) {
    if (rare.includes(name)) {
      const { label = name, better } = study.cohort.outcomes[name];
      const unit = panel.measures.find((m) => m.name === name)?.unit ?? "";
      found.push(withheldOutcome({ name, label, unit, better }));
      tally.add("few", 4);
      continue;
    }
    const disclosure = { rules: rules.outcome(name), tally };
    const result = await outcomeResult(panel, matched.comparison, shown, study, name, disclosure, context);
    const given = { ...inference, level, bands: result.bands, ...disclosure };
    const sure = await inferenceOf(shown, (fit) => totalWeights(fit.effects, name), given, context);
    problems.push(...result.problems, ...sure.problems);
    const beside = await besideResults(panel, name, effects, study.effects, disclosure, context);
    problems.push(...beside.problems);
    const relative = levelsTold(result.outcome)
      ? relativeResult(levels(), name, { level: study.effects.level, ...disclosure })
      : undefined;
    if (relative) problems.push(...relative.problems);
    found.push({
      ...result.outcome,
      ...(relative?.relative && { relative: relative.relative }),
      ...(sure.inference && { inference: sure.inference }),
      ...(beside.list.length > 0 && { beside: beside.list }),
    });
  }
  if (study.matching.estimand === "waiting")
    problems.push(problem("study/waiting-cost", "warning", { option: "matching.estimand" }, {}));
  step(context, "savings");
  const { facts, problems: ofFacts } = moneyFacts({ panel, matched, study, money, effects, outcomes: found, rules, tally });
  problems.push(...ofFacts);
  const options = withoutRareTotal(study.savings, rare);
  const monetized = publishedSubgroups(await monetize(effects, money, options, panel.periods, context, facts), rules.people);
  const savings = withoutRare(monetized, rare, money);
  const inDoubt = inferenceWarnings(situations(panel, matched, effects, told), effects.problems);
  problems.push(...inDoubt.filter((p) => !effects.problems.includes(p)));
  const outcomes = found.map((o) => ({ ...o, priced: savings.consequences.includes(o.name) }));
  step(context, "verdict");
  const { evidence, weights, cost, problems: untested } = await confirm(panel, study, money, estimated, context);
  const sure = await moneyInference(shown, weights, { ...inference, cost, rules: rules.people, tally }, context);
  const design = designSe(shown, weights);
  const cashable = await cashableFigure(effects, money, study.savings, panel.periods, context, facts);
  const elsewhereFound = {
    caps: [...caps(matched, outcomes), ...(money.prices.some((p) => rare.includes(p.consequence)) ? ["rare-left-out"] : [])],
    ...(evidence && { evidence: publishedEvidence(evidence, rules.people, tally) }),
    design,
    ...(cashable && { cashable }),
  };
  const { verification, problems: doubts } = verify(effects, money, study.savings, panel.periods, elsewhereFound, facts);
  const second = await bracket(panel, study, money, { ...estimated, matched, verification, told }, rules, tally, context);
  const more: string[] = [];
  if (evidence === undefined && SHOWN.has(verification.verdict)) more.push("no-permutation");
  if (inDoubt.some((p) => isOfMoney(p, outcomes)) && SHOWN.has(verification.verdict)) more.push("inference-in-doubt");
  if (second.bracket?.agrees === false) more.push("depends-on-base");
  problems.push(...savings.problems, ...design.problems, ...untested, ...sure.problems, ...doubts, ...second.problems);
  return {
    kind: "analysis",
    matched,
    matching: matchingResult(matched, told, rules, tally),
    ...(second.bracket && { bracket: second.bracket }),
    effects,
    facts: publishedFacts(facts),
    outcomes,
    savings,
    verification: {
      ...verification,
      caps: [...verification.caps, ...more],
      ...(sure.inference && { inference: sure.inference }),
    },
    problems,
  };
}

/** What decides how far the intervals can be trusted. */
function situations(panel: Panel, { comparison }: Matched, { inference: choice }: Effects, told: readonly string[]) {
  if (choice === undefined) return [];
  return told.map((outcome): InferenceSituation => {
    return { outcome, choice, treatedWithOutcome: outcomePeople(panel, comparison, outcome).treated.notZero };
  });
}

/** What would have been is told only where the levels of both groups are: it is made of both. */
function levelsTold({ levels }: OutcomeResult): boolean {
  return levels !== undefined && levels.after.treated !== null && levels.after.comparison !== null;
}

/** Whether a warning is about what money rests on: not about an outcome without a price. */
function isOfMoney({ params }: Problem, outcomes: readonly OutcomeResult[]): boolean {
  const about = outcomes.find(({ name }) => name === params.outcome);
  return about === undefined || about.priced;
}

/** What makes a verdict hold only if the comparison does. */
function caps(matched: Matched, outcomes: readonly OutcomeResult[]): string[] {
  const found: string[] = [];
  if (!matched.balance.passed) found.push("not-balanced");
  if (waveTotal(matched.balance, "matched") < waveTotal(matched.balance, "starters") / 2) found.push("few-matched");
  if (hasPreTrend(outcomes)) found.push("pre-trend");
  return found;
}
