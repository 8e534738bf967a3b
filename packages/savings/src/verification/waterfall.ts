import { type Problem, problem } from "@kontrafakt/base";
import type { Account } from "../account/account.js";
import { moneyFigure } from "../account/figure.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { SavingsOptions } from "../options/savings-options.js";
import type { MoneyFigure } from "../savings-value.js";
import { accountUses } from "./account-map.js";
import { indexRatio } from "./index-ratio.js";
import type { PrimaryRow } from "./primary-row.js";
import type { WaterfallStep } from "./verification-value.js";

/**
 * From what was assumed to what is spent less, over the primary row's years, payers and outcomes, undiscounted; positive = saved:
 *
 * - assumed: the claim
 * - evaluated: avoided spending (where the claim is net: less the programme's cost)
 * - cashable: the part of it that can leave a budget, after cashable shares, steps and lag (where the claim is net: less the cost)
 * - budgetLowered: Σ adopted − adjusted of rows that were changed because of the programme
 * - spendingLower: Σ adopted − actual of the same rows: how much less was spent than first adopted, whoever or whatever did it
 *
 * A lowered budget need not be spent less, nor lower spending lower a budget: the two stand apart. Budget rows count with the share of the
 * account that the outcome is, in the study's price year where an index converts them; each row is a part of its account and year, so
 * rows with several reasons add up. Both are null where no account of the primary row is known.
 *
 * @param cashable the cashable figure of the primary row
 */
export function waterfall(
  account: Account,
  money: MoneyFiles,
  options: Pick<SavingsOptions, "accounts" | "priceYear">,
  { selection, claim }: PrimaryRow,
  cashable: MoneyFigure,
): { readonly steps: WaterfallStep[]; readonly problems: Problem[] } {
  const net = selection.measure === "net";
  const evaluated = moneyFigure(account, { ...selection, measure: net ? "net" : "gross" });
  const { years, payers, consequences } = selection;
  const uses = accountUses(money.budget, options.accounts).filter(
    ({ row, consequence }) => years.includes(row.year) && payers.includes(row.payer) && consequences.includes(consequence),
  );
  const problems: Problem[] = [];
  let [lowered, lower] = [0, 0];
  const foreign = new Set<number>();
  const unexplained = new Set<string>();
  for (const { row, share, account: name } of uses) {
    const { cause, year, adopted, adjusted, actual } = row;
    if ((cause ?? "none") === "none" && adopted !== adjusted) unexplained.add(name);
    if (cause !== "programme") continue;
    const level = indexRatio(money.index, year, options.priceYear);
    if (level === undefined) foreign.add(year);
    lowered += (adopted - adjusted) * share * (level ?? 1);
    lower += (adopted - actual) * share * (level ?? 1);
  }
  if (foreign.size > 0) {
    const params = { years: [...foreign].sort((a, b) => a - b).join(", "), priceYear: options.priceYear };
    problems.push(problem("savings/accounts-own-prices", "note", { option: "savings.index" }, params));
  }
  if (unexplained.size > 0) {
    problems.push(problem("savings/budget-without-reason", "note", {}, { accounts: [...unexplained].join(", ") }));
  }
  if (net && uses.length > 0) problems.push(problem("savings/accounts-without-cost", "note", {}, {}));
  const known = (amount: number) => (uses.length === 0 ? null : amount);
  return {
    steps: [
      { step: "assumed", amount: claim },
      { step: "evaluated", amount: evaluated.estimate, figure: evaluated },
      { step: "cashable", amount: cashable.estimate, figure: cashable },
      { step: "budgetLowered", amount: known(lowered) },
      { step: "spendingLower", amount: known(lower) },
    ],
    problems,
  };
}
