import { type Periods, type Problem, problem } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { type Account, openAccount } from "../account/account.js";
import { moneyFigure } from "../account/figure.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { MoneyOptions } from "../options/savings-options.js";
import type { MoneyFigure, Savings } from "../savings-value.js";

type ListPrices = NonNullable<Savings["listPrices"]>;

/**
 * List price × quantity beside spend at fixed prices, undiscounted, by year and in all, over all payers: how far the prices on paid cases and those
 * in the price list agree. Neither is added to anything.
 *
 * @param account of the spend outcomes
 * @param money its `listed` rows price the quantities
 */
export function listPriceFigures(
  account: Account,
  effects: Effects,
  money: MoneyFiles,
  options: MoneyOptions,
  periods: Periods,
): { readonly listPrices: ListPrices; readonly problems: Problem[] } {
  const listPrices: ListPrices[number][] = [];
  const problems: Problem[] = [];
  for (const [spend, quantity] of Object.entries(options.listPrices)) {
    const prices = (money.listed ?? []).filter((row) => row.consequence === quantity && !Number.isNaN(row.amount));
    const missing =
      prices.length === 0
        ? "savings/list-price-missing"
        : !account.sums.consequences.includes(spend)
          ? "savings/list-price-without-spend"
          : !hasEffect(effects, quantity)
            ? "savings/list-price-without-quantity"
            : undefined;
    if (missing !== undefined) {
      problems.push(problem(missing, "warning", { option: "savings.listPrices" }, { spend, quantity }));
      continue;
    }
    const listed = openAccount(effects, { ...money, prices, costs: [] }, options, periods);
    const known = account.sums.years.filter((year) => listed.sums.years.includes(year));
    const years = [...new Set(known)].filter((year) => hasCells(listed, year) || hasCells(account, year));
    const of = (a: Account, consequence: string, chosen: readonly number[]): MoneyFigure =>
      moneyFigure(a, { measure: "gross", years: chosen, payers: a.together, consequences: [consequence], discounted: false });
    for (const year of [...years, null]) {
      const chosen = year === null ? years : [year];
      listPrices.push({ spend, quantity, year, figure: of(listed, quantity, chosen), bySpend: of(account, spend, chosen) });
    }
  }
  return { listPrices, problems };
}

function hasEffect({ terms, estimate }: Effects, outcome: string): boolean {
  return terms.some(
    (t, i) => t.outcome === outcome && t.time !== undefined && t.time >= (t.group ?? Infinity) && !Number.isNaN(estimate[i]),
  );
}

function hasCells({ sums }: Account, year: number): boolean {
  const Y = sums.years.length;
  return sums.years.some((own, y) => own === year && sums.consequences.some((_, c) => sums.used[c * Y + y] === 1));
}
