import type { Context, Periods } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { type Account, openAccount } from "../account/account.js";
import { moneyFigure } from "../account/figure.js";
import type { StudyFacts } from "../account/study-facts.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { MoneyOptions } from "../options/savings-options.js";
import type { MoneyFigure } from "../savings-value.js";
import { type DrawnFigures, drawFigures } from "./draw-figures.js";
import { drawShared } from "./draws.js";
import { uncertaintyShares } from "./uncertainty-shares.js";

/**
 * Everything the shared draws say of an account, without its analytic lines.
 *
 * @throws KontrafaktError as `monetize`
 */
export async function moneyDraws(
  effects: Effects,
  money: MoneyFiles,
  options: MoneyOptions,
  periods: Periods,
  context: Context,
  facts?: StudyFacts,
): Promise<DrawnFigures> {
  return accountDraws(openAccount(effects, money, options, periods, facts), options.draws, context);
}

export async function accountDraws(account: Account, draws: number, context: Context): Promise<DrawnFigures> {
  const shared = await drawShared(account, headlineFigure(account).df, draws, context);
  const { observed: _, assumed: __, priceOnly, ...figures } = drawFigures(account, shared);
  return { ...figures, shares: await uncertaintyShares(account, shared, { gross: figures.gross, priceOnly }, context) };
}

/** Gross over all observed years, public payers and consequences, undiscounted: its degrees of freedom are those of the draws. */
export function headlineFigure(account: Account): MoneyFigure {
  const { years, consequences } = account.sums;
  return moneyFigure(account, { measure: "gross", years, payers: account.together, consequences, discounted: false });
}
