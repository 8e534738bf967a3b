import type { Account } from "../account/account.js";
import { combination, moneyFigure, moneyWeights, type Selection } from "../account/figure.js";
import type { MoneyFigure } from "../savings-value.js";
import { chosenPairs, selectedOf } from "./draw-money.js";
import type { Draws } from "./draws-value.js";
import { drawnAccount } from "./each-cell.js";
import { intervalOf, quantileOfDraws } from "./interval-of.js";
import { drawablePrices } from "./price-draws.js";

/** Whether capacity steps act on a sum of money: it is then no linear figure, and comes from the draws. */
export function stepsAct(account: Account, selection: Pick<Selection, "measure" | "payers" | "consequences">): boolean {
  if (selection.measure !== "cashable") return false;
  const K = account.payers.length;
  const only = chosenPairs(account, selection);
  return account.prices.step.some((step, pair) => step > 0 && only(Math.floor(pair / K), pair % K));
}

/** A sum of money at fixed prices: exact where it is linear, else from the draws. */
export function figureOn(account: Account, draws: Draws, selection: Selection): MoneyFigure {
  return stepsAct(account, selection) ? steppedMoney(account, draws, selection).figure : moneyFigure(account, selection);
}

/** A figure with the draws it is from. */
export interface SteppedMoney {
  readonly figure: MoneyFigure;
  /** Draws whose quantiles are the limits: those of the pairs without steps are moved so that they lie around their exact figure. */
  readonly values: Float64Array;
}

/**
 * Cashable money where capacity steps act on some pairs of consequence and payer, at fixed prices: the exact linear figure of the pairs without
 * a step and the mean of the draws of the stepped ones, so that payers and years sum to their totals; standard deviation and 95% quantiles of
 * the draws of both. With 2 degrees of freedom or fewer draws have no mean: their median stands for it, and sums are then not exact.
 *
 * The figure alone knows the steps. What has only linear weights leaves them out: a design's standard error and the evidence test of a stepped
 * primary row are those of the saving unit by unit.
 */
export function steppedMoney(account: Account, draws: Draws, selection: Selection): SteppedMoney {
  const K = account.payers.length;
  const chosen = chosenPairs(account, selection);
  const isStepped = (c: number, k: number) => account.prices.step[c * K + k] > 0;
  const drawn = drawnAccount(account, drawablePrices(account), { effect: draws }, draws.draws);
  const linear = selectedOf(drawn, selection, (c, k) => chosen(c, k) && !isStepped(c, k));
  const values = selectedOf(drawn, selection, (c, k) => chosen(c, k) && isStepped(c, k));
  const exact = combination(
    account,
    moneyWeights(account, selection, (c, k) => !isStepped(c, k)),
  ).estimate;
  const centre = draws.df > 2 ? meanOf : (of: Float64Array) => quantileOfDraws(of, 0.5);
  const estimate = exact + centre(values);
  const shift = exact - centre(linear);
  for (let d = 0; d < values.length; d++) values[d] += linear[d] + shift;
  const mean = meanOf(values);
  const squares = values.reduce((sum, v) => sum + (v - mean) * (v - mean), 0);
  const se = Math.sqrt(squares / Math.max(1, values.length - 1));
  const [lower, upper] = intervalOf(values);
  return { figure: { estimate, se, df: se > 0 ? draws.df : Infinity, lower, upper }, values };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}

/**
 * Adds the 95% simultaneous band to figures from draws: estimate ± c·se with c the 95% quantile over draws of the largest |x − estimate|/se,
 * never narrower than the limits of its years.
 *
 * @param columns draws of each figure
 */
export function bandOfDraws(figures: readonly MoneyFigure[], columns: readonly Float64Array[]): MoneyFigure[] {
  const largest = new Float64Array(columns[0]?.length ?? 0);
  figures.forEach(({ estimate, se }, i) => {
    if (!(se > 0)) return;
    const column = columns[i];
    for (let d = 0; d < largest.length; d++) largest[d] = Math.max(largest[d], Math.abs(column[d] - estimate) / se);
  });
  const critical = largest.length === 0 ? 0 : quantileOfDraws(largest, 0.95);
  return figures.map((f) => ({
    ...f,
    bandLower: Math.min(f.lower, f.estimate - critical * f.se),
    bandUpper: Math.max(f.upper, f.estimate + critical * f.se),
  }));
}
