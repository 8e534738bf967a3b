import { type Periods, type Problem, periodsPerYear, problem, yearOfPeriod } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import type { MoneyFiles } from "../files/read-money.js";
import { isPublic, type PayerKind } from "../options/payer-options.js";
import type { MoneyOptions } from "../options/savings-options.js";
import { discountOf } from "../parameters/discount-of.js";
import { parametersUsed } from "../parameters/parameters-used.js";
import { type SocietyRule, societyRule } from "../payers/society-rule.js";
import { type Assumption, openAssumption } from "../persistence/assumption.js";
import { pricesAfterWindow } from "../persistence/prices-after-window.js";
import type { AssumedInputs } from "../planning/assumed-inputs-value.js";
import { type CostPart, costParts, spent } from "./cost-parts.js";
import { type Discount, discountFactors } from "./discount-factors.js";
import { type PersonSums, personSums } from "./person-sums.js";
import { type PriceGrid, payersOf, priceGrid } from "./price-grid.js";
import type { StudyFacts } from "./study-facts.js";

/** Everything money figures are made of, on one grid of consequences, payers and years. */
export interface Account {
  readonly sums: PersonSums;
  readonly prices: PriceGrid;
  readonly payers: readonly string[];
  /** What each payer is. */
  readonly kinds: readonly PayerKind[];
  /** Payers that sums over payers add up: the public ones, or everyone where none is. What a citizen gains saves nobody's budget. */
  readonly together: readonly string[];
  /** K: 1 where something is known of what the payer saves: a price, or that there is nothing it pays for but the programme. */
  readonly measured: Uint8Array;
  /** How society's bottom line weighs the money of payers. */
  readonly rule: SocietyRule;
  /** Index k·Y + y. */
  readonly cost: Float64Array;
  /** The same, apart by how it follows the number of starters. */
  readonly costParts: readonly CostPart[];
  /** Factor of each year. */
  readonly discount: Float64Array;
  readonly discounting: Discount;
  /** 1 for each column whose every period lies within the observed window (or before it, where nobody had started). */
  readonly whole: Uint8Array;
  /** The panel's. */
  readonly periods: Periods;
  /** What is assumed after the window; its columns are the last of `sums.years`. */
  readonly assumption?: Assumption;
  /** How closely inputs of a group move together; 1 where it is not named. */
  readonly correlation: Readonly<Record<string, number>>;
  /** How the cells vary where they are a plan's, which are assumed. */
  readonly assumed?: AssumedInputs;
  readonly problems: readonly Problem[];
}

/**
 * @param effects cells (g, t) of every outcome with their joint covariance; terms of other kinds are passed over
 * @param periods the panel's periods; nothing after the last of them is observed
 * @param facts with them, what the study assumes after the window has columns too; absent = observed years only
 * @throws `savings/no-cells`, `savings/price-year-missing`; with facts, where persistence options do not fit together
 */
export function openAccount(
  effects: Effects,
  money: MoneyFiles,
  options: MoneyOptions,
  periods: Periods,
  facts?: StudyFacts,
): Account {
  const last = yearOfPeriod(periods.ordinals[periods.ordinals.length - 1], periods.unit);
  const observedCosts = money.costs.filter((row) => row.year <= last);
  const firstCost = Math.min(last, ...observedCosts.filter((row) => spent(row) !== 0).map((row) => row.year));
  const mentioned = [...new Set(money.prices.map((p) => p.consequence))];
  const payers = payersOf(money.prices, money.costs);
  const assumption = facts && openAssumption(options.persistence, mentioned, periods, facts);
  const sums = personSums(effects, mentioned, periods, firstCost, last, assumption);
  // A plan has observed no year, so its prices go on as they do after a window.
  const columns = money.assumed ? { ...sums, assumed: sums.assumed.map(() => 1) } : sums;
  const after = pricesAfterWindow(money.prices, columns, money.later);
  const prices = priceGrid(after.prices, sums, payers);
  const { years } = sums;
  const { cost, parts } = costParts(money.costs, payers, years);
  const whole = Uint8Array.from(years, (year, y) => (sums.assumed[y] === 0 && isWhole(periods, year) ? 1 : 0));
  const problems: Problem[] = [...after.problems];
  const left = mentioned.filter((c) => !sums.consequences.includes(c));
  if (left.length > 0) problems.push(problem("savings/priced-without-effect", "warning", {}, { consequences: left.join(", ") }));
  const end = Math.max(last, years[years.length - 1]);
  const later = money.costs.filter((row) => row.year > end && spent(row) !== 0);
  if (later.length > 0) {
    const amount = later.reduce((sum, row) => sum + spent(row), 0);
    const code = assumption === undefined ? "savings/cost-after-window" : "savings/cost-after-horizon";
    problems.push(problem(code, "warning", later[0].origin, { amount, currency: options.currency, last: end }));
  }
  if (sums.withoutEstimate > 0) problems.push(problem("savings/cells-left-out", "warning", {}, { cells: sums.withoutEstimate }));
  years.forEach((year, y) => {
    if (whole[y] === 0 && sums.assumed[y] === 0) problems.push(problem("savings/year-partly-observed", "warning", {}, { year }));
  });
  for (const pair of prices.notMeasured) problems.push(problem("savings/not-measured", "warning", {}, { ...pair }));
  const kinds = payers.map((payer) => (Object.hasOwn(options.payers, payer) ? options.payers[payer].kind : "municipality"));
  const measured = Uint8Array.from(payers, (payer, k) => {
    const priced = sums.consequences.some((_, c) => prices.priced[c * payers.length + k] === 1);
    return priced || !money.prices.some((row) => row.payer === payer || row.transferTo === payer) ? 1 : 0;
  });
  const rule = societyRule(parametersUsed(options));
  const discounting = discountOf(options);
  return {
    sums,
    prices,
    payers,
    kinds,
    together: payersTogether(payers, kinds),
    measured,
    rule,
    cost,
    costParts: parts,
    discount: discountFactors(discounting, years),
    discounting,
    whole,
    periods,
    correlation: options.uncertainty.correlation,
    ...(assumption && { assumption }),
    ...(money.assumed && { assumed: money.assumed }),
    problems,
  };
}

function isWhole(periods: Periods, year: number): boolean {
  const { unit, ordinals } = periods;
  if (year < yearOfPeriod(ordinals[0], unit)) return true;
  let count = 0;
  for (const ordinal of ordinals) if (yearOfPeriod(ordinal, unit) === year) count++;
  return count === periodsPerYear(unit);
}

function payersTogether(payers: readonly string[], kinds: readonly PayerKind[]): readonly string[] {
  const own = payers.filter((_, k) => isPublic(kinds[k]));
  return own.length === 0 ? payers : own;
}
