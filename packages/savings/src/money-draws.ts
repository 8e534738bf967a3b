import type { Context, Periods } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { type Account, openAccount } from "./account.js";
import { type DrawnFigures, drawFigures } from "./draw-figures.js";
import { drawShared } from "./draws.js";
import { moneyFigure } from "./figure.js";
import type { SavingsOptions } from "./options/savings-options.js";
import type { MoneyFiles } from "./read-money.js";
import type { MoneyFigure } from "./savings-value.js";

/**
 * Everything the shared draws say of an account, without its analytic lines.
 *
 * @throws KontrafaktError as `monetize`
 */
export async function moneyDraws(
  effects: Effects,
  money: MoneyFiles,
  options: SavingsOptions,
  periods: Periods,
  context: Context,
): Promise<DrawnFigures> {
  return accountDraws(openAccount(effects, money, options, periods), options.draws, context);
}

export async function accountDraws(account: Account, draws: number, context: Context): Promise<DrawnFigures> {
  const keys = account.sums.consequences.length * account.payers.length;
  return drawFigures(account, await drawShared(account.sums, headlineFigure(account).df, keys, draws, context));
}

/** Gross over all years, payers and consequences, undiscounted: its degrees of freedom are those of the draws. */
export function headlineFigure(account: Account): MoneyFigure {
  const { years, consequences } = account.sums;
  return moneyFigure(account, { measure: "gross", years, payers: account.payers, consequences, discounted: false });
}
