import { type Context, type Periods, problem } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { openAccount } from "./account.js";
import { breakEven } from "./break-even.js";
import { cumulativeLines, savingsLines } from "./lines.js";
import { accountDraws, headlineFigure } from "./money-draws.js";
import type { SavingsOptions } from "./options/savings-options.js";
import type { MoneyFiles } from "./read-money.js";
import type { Savings } from "./savings-value.js";

/**
 * Turns effects into money per payer, year and consequence: S = −Σ_g Σ_{t≥g} n_gt·ATT(g,t)·price(payer, year), conditional on
 * the matched starters observed at t, from the joint covariance of all outcomes. Nothing after the observed window.
 *
 * @param effects cells of every outcome; person-periods of each cell are its n
 * @param periods of the panel
 * @throws KontrafaktError `savings/no-cells`, `savings/price-year-missing`
 */
export async function monetize(
  effects: Effects,
  money: MoneyFiles,
  options: SavingsOptions,
  periods: Periods,
  context: Context,
): Promise<Savings> {
  const account = openAccount(effects, money, options, periods);
  const { sums, payers, prices } = account;
  const drawn = await accountDraws(account, options.draws, context);
  const lines = await savingsLines(account, drawn.intervals, context);
  const cumulative = await cumulativeLines(account, drawn.cumulativeIntervals, context);
  const path = cumulative.filter((line) => line.payer === null && line.discounted).map((line) => line.figure);
  const { df } = headlineFigure(account);
  const problems = [...money.problems, ...account.problems];
  if (df <= 2) problems.push(problem("savings/too-few-degrees-of-freedom", "warning", {}, { df: Number(df.toFixed(1)) }));
  const { rate, baseYear, source } = options.discount;
  return {
    kind: "savings",
    currency: options.currency,
    priceYear: options.priceYear,
    discount: typeof rate === "number" ? { baseYear, rate, source } : { baseYear, rate: rate[0].rate, steps: rate, source },
    years: sums.years,
    payers,
    consequences: sums.consequences,
    lines: [...lines, ...cumulative],
    breakEven: breakEven(
      sums.years,
      path.map((f) => f.estimate),
      path.map((f) => f.bandLower ?? f.lower),
      drawn.cumulative,
    ),
    shares: drawn.shares,
    notMeasured: prices.notMeasured,
    draws: options.draws,
    problems,
  };
}
