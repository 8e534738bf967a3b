import { type Context, type Periods, problem } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { openAccount } from "./account/account.js";
import { cumulativeLines, savingsLines } from "./account/lines.js";
import type { StudyFacts } from "./account/study-facts.js";
import { accountDraws, headlineFigure } from "./draws/money-draws.js";
import { tornado } from "./draws/tornado.js";
import { bookableAmounts } from "./figures/bookable.js";
import { breakEven } from "./figures/break-even.js";
import { keyFigures } from "./figures/key-figures.js";
import type { MoneyFiles } from "./files/read-money.js";
import type { MoneyOptions, SavingsOptions } from "./options/savings-options.js";
import { discountOf } from "./parameters/discount-of.js";
import { parameterProblems, parametersUsed } from "./parameters/parameters-used.js";
import { listPriceFigures } from "./payers/list-prices.js";
import { measuredLines } from "./payers/measured-lines.js";
import { scaleTo } from "./payers/scale.js";
import { shareTransfers } from "./payers/share-transfers.js";
import { subgroupSavings } from "./payers/subgroup-savings.js";
import { persistenceUsed } from "./persistence/persistence-used.js";
import type { Savings } from "./savings-value.js";
import { humanOutcomes } from "./verification/human-outcomes.js";
import { totalSpendProblems } from "./verification/total-spend.js";

/**
 * Turns effects into money per payer, year and consequence: S = −Σ_g Σ_{t≥g} n_gt·ATT(g,t)·price(payer, year), conditional on
 * the matched starters observed at t, from the joint covariance of all outcomes. After the observed window only what the study's persistence
 * options assume, in lines and figures of their own.
 *
 * @param effects cells of every outcome; person-periods of each cell are its n
 * @param periods of the panel
 * @throws KontrafaktError `savings/no-cells`, `savings/price-year-missing`
 */
export async function monetize(
  effects: Effects,
  money: MoneyFiles,
  options: MoneyOptions & Partial<Pick<SavingsOptions, "accounts">>,
  periods: Periods,
  context: Context,
  facts: StudyFacts = {},
): Promise<Savings> {
  const account = openAccount(effects, money, options, periods, facts);
  const { sums, payers, prices } = account;
  const observed = sums.years.filter((_, y) => sums.assumed[y] === 0);
  const drawn = await accountDraws(account, options.draws, context);
  const lines = await savingsLines(account, drawn, context);
  const cumulative = await cumulativeLines(account, drawn, context);
  const path = cumulative
    .filter((line) => line.basis === "observed" && line.payer === null && line.discounted)
    .map((line) => line.figure);
  const { df } = headlineFigure(account);
  const problems = [...money.problems, ...parameterProblems(options), ...account.problems];
  if (df <= 2) problems.push(problem("savings/too-few-degrees-of-freedom", "warning", {}, { df: Number(df.toFixed(1)) }));
  const { rate, baseYear, source } = discountOf(options);
  const used = parametersUsed(options);
  const listed = listPriceFigures(account, effects, money, options, periods);
  const whole = lines.find(
    (l) =>
      l.measure === "gross" &&
      l.basis === "observed" &&
      l.year === null &&
      l.payer === null &&
      l.consequence === null &&
      !l.discounted,
  );
  const atScale = scaleTo(account, options, facts, whole?.figure ?? headlineFigure(account));
  const { transfers, payerShares, problems: ofTransfers } = shareTransfers(account, drawn, context);
  problems.push(...listed.problems, ...atScale.problems, ...ofTransfers);
  const subgroups = await subgroupSavings(facts, money, options, periods, context);
  // What is priced for citizens alone is still theirs: it stands beside what the public saves.
  const publicly = money.prices.filter((p) => account.together.includes(p.payer));
  const priced = [...new Set(publicly.map((p) => p.consequence))];
  const { human, problems: besideMoney } = humanOutcomes(facts, priced, options, headlineFigure(account));
  problems.push(...besideMoney, ...totalSpendProblems(effects, account, options));
  return {
    kind: "savings",
    currency: options.currency,
    priceYear: options.priceYear,
    discount: typeof rate === "number" ? { baseYear, rate, source } : { baseYear, rate: rate[0].rate, steps: rate, source },
    years: observed,
    payers,
    consequences: sums.consequences,
    lines: measuredLines(account, [...lines, ...cumulative]),
    breakEven: breakEven(
      observed,
      path.map((f) => f.estimate),
      path.map((f) => f.bandLower ?? f.lower),
      drawn.cumulative,
    ),
    shares: drawn.shares,
    notMeasured: prices.notMeasured,
    draws: options.draws,
    figures: keyFigures(account, facts, options.currency, drawn),
    tornado: tornado(account),
    bookable: bookableAmounts(account, money.budget, options.accounts ?? [], drawn),
    transfers,
    payerShares,
    ...(used && { parameters: used }),
    persistence: persistenceUsed(account, options, facts),
    ...(atScale.scaled.length > 0 && { scaled: atScale.scaled }),
    ...(subgroups.length > 0 && { subgroups }),
    ...(listed.listPrices.length > 0 && { listPrices: listed.listPrices }),
    human,
    problems,
  };
}
