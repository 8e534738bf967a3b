import { type Context, KontrafaktError, type Problem, periodLabel, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { type AttGtOptions, designSe, type Effects, permutation, type WaveFit, waveEffects } from "@kontrafakt/effects";
import { type Matched, matchWaves } from "@kontrafakt/matching";
import {
  type MoneyFiles,
  monetize,
  primaryCost,
  primaryWeights,
  type Savings,
  type Verification,
  verify,
} from "@kontrafakt/savings";
import { figureRules } from "./disclosure/figure-rules.js";
import { outcomePeople } from "./disclosure/outcome-people.js";
import { isRare, withheldOutcome } from "./disclosure/published-outcome.js";
import { rareOutcomes, withoutRare } from "./disclosure/rare-outcomes.js";
import { withoutSmallCells } from "./disclosure/small-cells.js";
import { createTally, type Tally } from "./disclosure/tally.js";
import { messages } from "./messages.js";
import type { Study } from "./options/study-schema.js";
import { outcomeResult } from "./outcome-result.js";
import type { OutcomeResult } from "./results.js";
import { textbookResult } from "./textbook-result.js";
import { waveTotal } from "./wave-total.js";

/** Everything between the panel and the report, still with what must not leave the machine. */
export interface Analysis {
  readonly kind: "analysis";
  readonly matched: Matched;
  /** Cells of every outcome that may be told, with their joint covariance; small cells left out. */
  readonly effects: Effects;
  readonly outcomes: readonly OutcomeResult[];
  readonly savings: Savings;
  readonly verification: Verification;
  readonly problems: readonly Problem[];
}

const PERMUTATIONS = 9999;
/** Held-back periods that differ at this level, all priced outcomes together (Holm), cap the verdict. */
const PRE_TREND_LEVEL = 0.05;

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
  const fit = waveEffects(panel, matched.comparison, study.effects);
  const rules = figureRules(study);
  const names = Object.keys(study.cohort.outcomes);
  const rare = names.filter((name) => isRare(outcomePeople(panel, matched.comparison, name), rules.outcome(name)));
  const { effects, left } = withoutSmallCells(
    fit.effects,
    (name) => Math.max(rules.people.smallCell, rules.outcome(name).smallCell),
    names.filter((name) => !rare.includes(name)),
  );
  tally.add("few", left);
  const problems: Problem[] = [...matched.problems, ...effects.problems, ...rareOutcomes(rare, names, rules.outcome, money)];
  if (left > 0) problems.push(problem("study/small-cells", "note", {}, { cells: left, threshold: rules.people.smallCell }));
  const shown: WaveFit = { ...fit, effects };
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
    problems.push(...result.problems);
    const { textbook, level } = study.effects;
    const beside = textbook && wanted(textbook, name) && textbookResult(panel, name, textbook, level, rules.outcome(name), tally);
    if (beside) problems.push(...beside.problems);
    found.push({ ...result.outcome, ...(beside && { textbook: beside.textbook }) });
  }
  if (study.matching.estimand === "waiting")
    problems.push(problem("study/waiting-cost", "warning", { option: "matching.estimand" }, {}));
  step(context, "savings");
  const savings = withoutRare(await monetize(effects, money, study.savings, panel.periods, context), rare, money);
  const outcomes = found.map((o) => ({ ...o, priced: savings.consequences.includes(o.name) }));
  step(context, "verdict");
  const weights = primaryWeights(effects, money, study.savings, panel.periods);
  const cost = primaryCost(effects, money, study.savings, panel.periods);
  const tested = weights.some((w) => w !== 0) ? await permutation(shown, weights, context, PERMUTATIONS, cost) : undefined;
  const design = designSe(shown, weights);
  const { verification, problems: doubts } = verify(effects, money, study.savings, panel.periods, {
    caps: [...caps(matched, outcomes), ...(money.prices.some((p) => rare.includes(p.consequence)) ? ["rare-left-out"] : [])],
    permutation: tested && { p: tested.p, draws: tested.draws },
    design,
  });
  problems.push(...savings.problems, ...design.problems, ...doubts);
  return { kind: "analysis", matched, effects, outcomes, savings, verification, problems };
}

/** Matching alone: no outcome after the start is looked at. */
export function matchStudy(panel: Panel, study: Study, context: Context): Matched {
  step(context, "match");
  const matched = matchWaves(panel, study.matching, context);
  refuseSmallWaves(panel, matched, figureRules(study).people.smallCell);
  return matched;
}

function wanted(textbook: AttGtOptions, outcome: string): boolean {
  return textbook.outcomes === undefined || textbook.outcomes.includes(outcome);
}

function step(context: Context, name: string): void {
  context.signal?.throwIfAborted();
  context.progress?.({ step: name, done: 0 });
}

/** What makes a verdict hold only if the comparison does. */
function caps(matched: Matched, outcomes: readonly OutcomeResult[]): string[] {
  const found: string[] = [];
  if (!matched.balance.passed) found.push("not-balanced");
  if (waveTotal(matched.balance, "matched") < waveTotal(matched.balance, "starters") / 2) found.push("few-matched");
  const tests = outcomes.flatMap((o) => (o.priced && o.preTrend !== null ? [o.preTrend.p] : []));
  if (tests.some((p) => p * tests.length < PRE_TREND_LEVEL)) found.push("pre-trend");
  return found;
}

function refuseSmallWaves(panel: Panel, matched: Matched, smallCell: number): void {
  const small = matched.balance.waves.filter((w) => w.matched > 0 && w.matched < smallCell);
  if (small.length === 0) return;
  const where = { option: "report.smallCell" };
  const problems = small.map((w) => {
    const params = { wave: periodLabel(w.wave, panel.periods.unit), threshold: smallCell };
    return problem("study/wave-too-small", "error", where, params);
  });
  throw new KontrafaktError(problems, messages);
}
