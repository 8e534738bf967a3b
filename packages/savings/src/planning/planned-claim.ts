import type { Account } from "../account/account.js";
import type { PlanOptions } from "../options/plan-options.js";
import type { PlannedClaim, PlannedStarters } from "./plan-value.js";
import { startersSoFar } from "./starters-so-far.js";

/**
 * What the business case expects, by year, payer and consequence, as the product of starters, effect, price and cashable share. A part of
 * the change that does not count is taken off the effect. Years in which a payer expects nothing are left out.
 */
export function plannedClaim(
  account: Account,
  starters: readonly PlannedStarters[],
  { firstYear, measure }: Pick<PlanOptions, "firstYear" | "measure">,
): PlannedClaim[] {
  const { sums, prices, payers } = account;
  const Y = sums.years.length;
  const rows: PlannedClaim[] = [];
  sums.years.forEach((year, y) => {
    const people = startersSoFar(starters, year, firstYear);
    sums.consequences.forEach((consequence, c) => {
      payers.forEach((payer, k) => {
        const cell = (c * payers.length + k) * Y + y;
        const { counts } = prices;
        if (!(people > 0) || sums.used[c * Y + y] === 0 || prices.amount[cell] === 0 || counts[cell] === 0) return;
        const effect = (-sums.effects.estimate[c * Y + y] * counts[cell]) / people;
        const price = prices.amount[cell] / counts[cell];
        const cashable = measure === "cashable" ? prices.cashable[cell] : 1;
        const amount = tidy(people * effect * price * cashable);
        rows.push({ year, payer, consequence, amount, starters: people, effect: tidy(effect), price: tidy(price), cashable });
      });
    });
  });
  return rows;
}

/** Without the last digits, which are rounding errors. */
function tidy(x: number): number {
  return Number(x.toPrecision(12));
}
