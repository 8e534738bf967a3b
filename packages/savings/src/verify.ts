import { type Periods, type Problem, problem } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { tQuantile } from "@kontrafakt/numerics";
import { openAccount } from "./account.js";
import { claimedAndEvaluated } from "./claimed-and-evaluated.js";
import { moneyFigure } from "./figure.js";
import type { SavingsOptions } from "./options/savings-options.js";
import { primaryRow } from "./primary-row.js";
import type { MoneyFiles } from "./read-money.js";
import type { Evidence, VerdictCode, Verification } from "./savings-value.js";
import { verdict } from "./verdict.js";

/** What other rooms found out that bears on the verdict. */
export interface VerificationEvidence {
  /** Codes of what the verdict depends on: failed balance, pre-trends … */
  readonly caps: readonly string[];
  /** One-sided test of the primary figure that needs no shape of the outcomes; none where no test holds. */
  readonly evidence?: Evidence;
  /** Standard error of the primary figure from placebo or pre-programme data, never from the estimate; df Infinity if absent. */
  readonly design: { readonly se: number; readonly df?: number };
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
 * Holds the primary row against the claim. The interval is analytic, at fixed prices. A saving that the evidence does not
 * confirm (one-sided p below 0.025) may not stand as shown: its lower limit counts as 0.
 *
 * @throws as `primaryRow` and `openAccount`
 */
export function verify(
  effects: Effects,
  money: MoneyFiles,
  options: SavingsOptions,
  periods: Periods,
  evidence: VerificationEvidence,
): { readonly verification: Verification; readonly problems: readonly Problem[] } {
  const account = openAccount(effects, money, options, periods);
  const { selection, claim, observed } = primaryRow(account, money, options);
  const evaluated = moneyFigure(account, selection);
  const { evidence: test, design } = evidence;
  const problems: Problem[] = [];
  const caps = [...evidence.caps];
  const unmeasured = account.prices.notMeasured.filter(
    ({ payer, consequence }) =>
      selection.payers.includes(payer) &&
      (options.primary.consequences.length === 0 || selection.consequences.includes(consequence)),
  );
  for (const pair of unmeasured) problems.push(problem("savings/claim-not-measured", "warning", {}, { ...pair }));
  if (unmeasured.length > 0) caps.push("not-measured");
  let code = verdict(evaluated.lower, evaluated.upper, claim, observed);
  if (observed && !(evaluated.se > 0)) {
    code = "cannot-tell";
    problems.push(problem("savings/no-variation", "warning", {}, {}));
  } else if (test !== undefined && !(test.p < EVIDENCE_LEVEL) && SHOWN.includes(code)) {
    code = verdict(Math.min(0, evaluated.lower), evaluated.upper, claim, observed);
    problems.push(problem(disagrees[test.method], "warning", {}, { p: test.p }));
  }
  const df = design.df ?? Infinity;
  const smallestDetectable = (tQuantile(0.975, df) + tQuantile(0.8, df)) * design.se;
  const { measure, years, payers, consequences } = options.primary;
  const verification: Verification = {
    kind: "verification",
    primary: { measure, years: years.length > 0 ? years : selection.years, payers, consequences },
    claim,
    evaluated,
    verdict: code,
    caps,
    ...(test === undefined ? {} : { evidence: test }),
    design: {
      se: design.se,
      smallestDetectable,
      couldHaveTold: Number.isNaN(smallestDetectable) ? null : smallestDetectable <= claim,
    },
    rows: claimedAndEvaluated(account, money, selection),
    budget: money.budget.map(({ account: name, year, adopted, adjusted, actual, reason }) => ({
      account: name,
      year,
      adopted,
      adjusted,
      actual,
      reason,
    })),
  };
  return { verification, problems };
}
