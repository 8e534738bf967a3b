import type { Context, Periods } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { type Account, openAccount } from "../account/account.js";
import type { Selection } from "../account/figure.js";
import type { StudyFacts } from "../account/study-facts.js";
import { allFrom, selectedDraws } from "../draws/draw-money.js";
import { drawShared } from "../draws/draws.js";
import { intervalOf } from "../draws/interval-of.js";
import { headlineFigure } from "../draws/money-draws.js";
import { steppedMoney } from "../draws/stepped-figure.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { SavingsOptions } from "../options/savings-options.js";
import type { MoneyFigure } from "../savings-value.js";
import { primaryRow } from "./primary-row.js";

/**
 * The primary row's cashable figure where capacity is freed in steps, which no linear figure can tell: that of `steppedMoney`, the
 * step acting on each of the shared draws, at fixed prices and lags. `verify` takes it with its evidence.
 *
 * The evidence test and a design's standard error of such a row come from linear weights and leave the steps out: they tell how sure it is that
 * fewer units are used, not that whole steps of capacity are freed. The interval and the verdict are those of the steps.
 *
 * @param facts as `monetize` was told them: its draws are then these
 * @returns undefined where no capacity of the row is freed in steps: the figure is then linear, and `verify` finds it itself
 * @throws as `openAccount` and `primaryRow`
 */
export async function cashableFigure(
  effects: Effects,
  money: MoneyFiles,
  options: SavingsOptions,
  periods: Periods,
  context: Context,
  facts?: StudyFacts,
): Promise<MoneyFigure | undefined> {
  if (!money.prices.some((price) => price.step !== undefined)) return undefined;
  const account = openAccount(effects, money, options, periods, facts);
  const selection: Selection = { ...primaryRow(account, money, options).selection, measure: "cashable" };
  if (!hasSteps(account, selection)) return undefined;
  const { df } = headlineFigure(account);
  const draws = await drawShared(account, df, options.draws, context);
  const { figure } = steppedMoney(account, draws, selection);
  const [priceLower, priceUpper] = intervalOf(selectedDraws(account, allFrom(draws), options.draws, selection));
  return { ...figure, priceLower, priceUpper };
}

/** Whether capacity of the selection is freed in steps. */
export function hasSteps({ sums, prices, payers }: Account, selection: Selection): boolean {
  return prices.step.some((step, pair) => {
    const [c, k] = [Math.floor(pair / payers.length), pair % payers.length];
    const chosen = selection.consequences.includes(sums.consequences[c]) && selection.payers.includes(payers[k]);
    return chosen && step > 0 && prices.priced[pair] === 1;
  });
}
