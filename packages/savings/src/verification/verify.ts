import { type Periods, type Problem, problem } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { tQuantile } from "@kontrafakt/numerics";
import { openAccount } from "../account/account.js";
import { costOf, moneyFigure, rescaled } from "../account/figure.js";
import type { StudyFacts } from "../account/study-facts.js";
import { priorFigures } from "../figures/prior-figures.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { SavingsOptions } from "../options/savings-options.js";
import type { Evidence, MoneyFigure, VerdictCode, Verification } from "../savings-value.js";
import { hasSteps } from "./cashable-figure.js";
import { claimedAndEvaluated } from "./claimed-and-evaluated.js";
import { splitGap } from "./gap.js";
import { type PrimaryRow, primaryRow } from "./primary-row.js";
import { reconcile } from "./reconcile.js";
import { verdict } from "./verdict.js";
import { waterfall } from "./waterfall.js";

/** What other rooms found out that bears on the verdict. */
export interface VerificationEvidence {
  /** Codes of what the verdict depends on: failed balance, pre-trends … */
  readonly caps: readonly string[];
  /** One-sided test of the primary figure that needs no shape of the outcomes; none where no test holds. */
  readonly evidence?: Evidence;
  /** Standard error of the primary figure from placebo or pre-programme data, never from the estimate; df Infinity if absent. */
  readonly design: { readonly se: number; readonly df?: number };
  /** The primary row's cashable figure from draws, where capacity is freed in steps or later (`cashableFigure`). */
  readonly cashable?: MoneyFigure;
}

const SHOWN: readonly VerdictCode[] = ["reached", "in-line", "smaller"];
/** One-sided level that the evidence must get below: that of a 95% interval's lower end. */
const EVIDENCE_LEVEL = 0.025;
const disagrees: Readonly<Record<Evidence["method"], string>> = {
  set: "savings/permutation-disagrees",
  cluster: "savings/cluster-test-disagrees",
  people: "savings/people-test-disagrees",
  scoreBootstrap: "savings/score-bootstrap-disagrees",
};

/**
 * Holds the primary row against the claim. The interval is analytic, at fixed prices; that of a cashable row whose capacity is freed in
 * steps comes from draws. A saving that the evidence does not confirm (one-sided p below 0.025) may not stand as shown: its lower limit
 * counts as 0.
 *
 * @throws as `primaryRow` and `openAccount`
 */
export function verify(
  effects: Effects,
  money: MoneyFiles,
  options: SavingsOptions,
  periods: Periods,
  evidence: VerificationEvidence,
  facts: StudyFacts = {},
): { readonly verification: Verification; readonly problems: readonly Problem[] } {
  const account = openAccount(effects, money, options, periods);
  const row = primaryRow(account, money, options);
  const { selection, claim } = row;
  const { evidence: test, design } = evidence;
  const cashable = evidence.cashable ?? moneyFigure(account, { ...selection, measure: "cashable" });
  const cost = costOf(account, selection);
  const evaluated = selection.measure === "cashable" ? cashable : moneyFigure(account, selection);
  const problems: Problem[] = [];
  const caps = [...evidence.caps];
  const unmeasured = account.prices.notMeasured.filter(
    ({ payer, consequence }) =>
      selection.payers.includes(payer) &&
      (options.primary.consequences.length === 0 || selection.consequences.includes(consequence)),
  );
  for (const pair of unmeasured) problems.push(problem("savings/claim-not-measured", "warning", {}, { ...pair }));
  if (unmeasured.length > 0) caps.push("not-measured");
  // No whole step in any draw is an answer, not a lack of variation.
  const stepped = hasSteps(account, selection);
  const varies = evaluated.se > 0 || (stepped && moneyFigure(account, { ...selection, measure: "gross" }).se > 0);
  const answer = answerOf(evaluated, row, varies, test);
  problems.push(...answer.problems);
  const df = design.df ?? Infinity;
  const smallestDetectable = (tQuantile(0.975, df) + tQuantile(0.8, df)) * design.se;
  const { measure, years, payers, consequences } = options.primary;
  const against = reconcile(money, options, facts);
  const down = waterfall(account, money, options, row, selection.measure === "net" ? rescaled(cashable, 1, cost) : cashable);
  if (stepped) {
    if (evidence.cashable === undefined) problems.push(problem("savings/steps-not-drawn", "warning", {}, {}));
    else if (selection.measure === "cashable") problems.push(problem("savings/steps-in-total-only", "note", {}, {}));
  }
  const apart = splitGap(account, money, row, facts, evaluated.estimate);
  problems.push(...down.problems, ...apart.problems, ...against.problems);
  const believed = options.prior && priorFigures(options.prior, evaluated, claim, selection.measure === "net" ? 0 : cost);
  const verification: Verification = {
    kind: "verification",
    primary: { measure, years: years.length > 0 ? years : selection.years, payers, consequences },
    claim,
    evaluated,
    verdict: answer.code,
    caps,
    ...(test === undefined ? {} : { evidence: test }),
    design: {
      se: design.se,
      smallestDetectable,
      couldHaveTold: Number.isNaN(smallestDetectable) ? null : smallestDetectable <= claim,
    },
    rows: claimedAndEvaluated(account, money, selection),
    budget: money.budget.map(({ origin: _, ...shown }) => shown),
    waterfall: down.steps,
    gap: apart.gap,
    reconciliation: against.rows,
    ...(believed && { prior: believed }),
  };
  return { verification, problems };
}

/** The verdict from the interval; none where nothing varies, and no saving shown that the evidence does not confirm. */
function answerOf(
  { lower, upper }: MoneyFigure,
  { claim, observed }: PrimaryRow,
  varies: boolean,
  test: Evidence | undefined,
): { readonly code: VerdictCode; readonly problems: Problem[] } {
  if (observed && !varies) return { code: "cannot-tell", problems: [problem("savings/no-variation", "warning", {}, {})] };
  const code = verdict(lower, upper, claim, observed);
  if (test === undefined || test.p < EVIDENCE_LEVEL || !SHOWN.includes(code)) return { code, problems: [] };
  const told = problem(disagrees[test.method], "warning", {}, { p: test.p });
  return { code: verdict(Math.min(0, lower), upper, claim, observed), problems: [told] };
}
