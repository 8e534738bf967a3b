import type { Context, Periods } from "@kontrafakt/base";
import { openAccount } from "../account/account.js";
import { rescaled } from "../account/figure.js";
import type { StudyFacts } from "../account/study-facts.js";
import { allFrom, selectedDraws } from "../draws/draw-money.js";
import { drawShared } from "../draws/draws.js";
import { intervalOf } from "../draws/interval-of.js";
import { headlineFigure } from "../draws/money-draws.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { MoneyOptions } from "../options/savings-options.js";
import type { MoneyFigure } from "../savings-value.js";
import type { Subgroup } from "./payers-value.js";
import { boundTest, welchTest } from "./welch-test.js";

type Told = NonNullable<StudyFacts["subgroups"]>[number];

/**
 * Gross saving of the starters with each value of a covariate, over all payers and years of the window, undiscounted, in all and per starter.
 * Exploratory: every one of them is looked at because it was asked for, none is the primary figure.
 *
 */
export async function subgroupSavings(
  facts: StudyFacts,
  money: MoneyFiles,
  options: MoneyOptions,
  periods: Periods,
  context: Context,
): Promise<Subgroup[]> {
  const found: { readonly told: Told; readonly total: MoneyFigure }[] = [];
  for (const told of facts.subgroups ?? []) {
    const total = await totalOf(told, money, options, periods, context);
    if (total !== undefined) found.push({ told, total });
  }
  const covariates = [...new Set(found.map(({ told }) => told.covariate))];
  const tested = new Map<string, { readonly p: number; readonly bound: boolean }>();
  for (const covariate of covariates) {
    const own = found.filter(({ told }) => told.covariate === covariate);
    const bound = !own.every(({ told }) => told.apart);
    const p = (bound ? boundTest : welchTest)(own.map(({ told, total }) => perStarter(total, told)));
    if (!Number.isNaN(p)) tested.set(covariate, { p, bound });
  }
  const adjusted = holm(new Map([...tested].map(([covariate, { p }]) => [covariate, p])));
  return found.map(({ told, total }): Subgroup => {
    const { covariate, value, starters } = told;
    const test = tested.get(covariate);
    const alike = test === undefined ? null : { ...test, adjusted: adjusted.get(covariate) ?? test.p };
    return { covariate, value, starters, total, perStarter: perStarter(total, told), alike };
  });
}

/** None where no priced outcome could be estimated. */
async function totalOf(
  { effects }: Told,
  money: MoneyFiles,
  options: MoneyOptions,
  periods: Periods,
  context: Context,
): Promise<MoneyFigure | undefined> {
  const after = effects.terms.filter(
    ({ group, time }, i) => (time ?? -1) >= (group ?? Infinity) && !Number.isNaN(effects.estimate[i]),
  );
  const outcomes = new Set(after.map((t) => t.outcome));
  const prices = money.prices.filter((row) => outcomes.has(row.consequence) && !Number.isNaN(row.amount));
  if (prices.length === 0) return undefined;
  const account = openAccount(effects, { ...money, prices, costs: [] }, options, periods);
  const total = headlineFigure(account);
  const drawn = await drawShared(account, total.df, options.draws, context);
  const { sums, together: payers } = account;
  const all = { measure: "gross", years: sums.years, payers, consequences: sums.consequences, discounted: false } as const;
  const [priceLower, priceUpper] = intervalOf(selectedDraws(account, allFrom(drawn), options.draws, all));
  return { ...total, priceLower, priceUpper };
}

function perStarter(total: MoneyFigure, { size }: Told): MoneyFigure {
  return rescaled(total, 1 / size);
}

/** p of several tests, the smallest times their number and so on, none below the one before. Source: Holm 1979. */
function holm(tests: ReadonlyMap<string, number>): Map<string, number> {
  const sorted = [...tests].sort(([a, p], [b, q]) => p - q || (a < b ? -1 : 1));
  let least = 0;
  return new Map(
    sorted.map(([name, p], i) => {
      least = Math.max(least, Math.min(1, (sorted.length - i) * p));
      return [name, least];
    }),
  );
}
