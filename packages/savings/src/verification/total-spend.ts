import { type Problem, problem, yearOfPeriod } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import type { Account } from "../account/account.js";
import { moneyFigure } from "../account/figure.js";
import type { MoneyOptions } from "../options/savings-options.js";

/** Beyond this share of the total, what the outcomes add up to is told to differ. */
const TOLERANCE = 0.05;

/**
 * Holds what the priced outcomes save together, over all payers and the observed years, against the effect on the outcome of all spend
 * (`savings.totalSpend`): −Σ n·ATT of it. Both come from the same people, so that they differ only by what is in one and not in the other.
 *
 * @returns `savings/components-differ` beyond 5% of the total, `savings/total-spend-missing` where it has no effect
 */
export function totalSpendProblems(
  effects: Effects,
  account: Account,
  options: Pick<MoneyOptions, "totalSpend" | "currency">,
): Problem[] {
  const { totalSpend } = options;
  if (totalSpend === undefined) return [];
  const at = { option: "savings.totalSpend" };
  const { sums, together: payers, periods } = account;
  const years = new Set(sums.years.filter((_, y) => sums.assumed[y] === 0));
  let total = 0;
  let cells = 0;
  effects.terms.forEach((term, k) => {
    const { outcome, kind, scale, group, time, n } = term;
    if (outcome !== totalSpend || (kind !== "cell" && kind !== "total") || scale !== "difference") return;
    if (group === undefined || time === undefined || time < group || !years.has(yearOfPeriod(time, periods.unit))) return;
    if (!Number.isFinite(effects.estimate[k])) return;
    cells++;
    total -= n * effects.estimate[k];
  });
  if (cells === 0) return [problem("savings/total-spend-missing", "warning", at, { outcome: totalSpend })];
  const selection = { measure: "gross", years: [...years], payers, consequences: sums.consequences, discounted: false } as const;
  const parts = moneyFigure(account, selection).estimate;
  const difference = parts - total;
  if (Math.abs(difference) <= TOLERANCE * Math.abs(total)) return [];
  const whole = (x: number) => Math.round(x);
  const params = {
    outcome: totalSpend,
    consequences: sums.consequences.join(", "),
    parts: whole(parts),
    total: whole(total),
    difference: whole(difference),
    currency: options.currency,
  };
  return [problem("savings/components-differ", "warning", at, params)];
}
