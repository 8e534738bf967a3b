import { type Periods, type Problem, periodsPerYear, problem, yearOfPeriod } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { discountFactors } from "./discount-factors.js";
import type { SavingsOptions } from "./options/savings-options.js";
import { type PersonSums, personSums } from "./person-sums.js";
import { type PriceGrid, priceGrid } from "./price-grid.js";
import type { MoneyFiles } from "./read-money.js";
import type { CostRow } from "./savings-value.js";

/** Everything money figures are made of, on one grid of consequences, payers and years. */
export interface Account {
  readonly sums: PersonSums;
  readonly prices: PriceGrid;
  readonly payers: readonly string[];
  /** Index k·Y + y. */
  readonly cost: Float64Array;
  /** Factor of each year. */
  readonly discount: Float64Array;
  /** 1 for each year whose every period lies within the observed window (or before it, where nobody had started). */
  readonly whole: Uint8Array;
  readonly problems: readonly Problem[];
}

/**
 * @param effects cells (g, t) of every outcome with their joint covariance; terms of other kinds are passed over
 * @param periods the panel's periods; nothing after the last of them is observed
 * @throws `savings/no-cells`, `savings/price-year-missing`
 */
export function openAccount(effects: Effects, money: MoneyFiles, options: SavingsOptions, periods: Periods): Account {
  const last = yearOfPeriod(periods.ordinals[periods.ordinals.length - 1], periods.unit);
  const observedCosts = money.costs.filter((row) => row.year <= last);
  const firstCost = Math.min(last, ...observedCosts.filter((row) => spent(row) !== 0).map((row) => row.year));
  const mentioned = [...new Set(money.prices.map((p) => p.consequence))];
  const payers = [...new Set([...money.prices, ...money.costs].map((row) => row.payer))];
  const sums = personSums(effects, mentioned, periods.unit, firstCost, last);
  const prices = priceGrid(money.prices, sums, payers);
  const { years } = sums;
  const cost = new Float64Array(payers.length * years.length);
  for (const row of observedCosts) {
    const y = years.indexOf(row.year);
    if (y >= 0) cost[payers.indexOf(row.payer) * years.length + y] += spent(row);
  }
  const whole = Uint8Array.from(years, (year) => (isWhole(periods, year) ? 1 : 0));
  const problems: Problem[] = [];
  const left = mentioned.filter((c) => !sums.consequences.includes(c));
  if (left.length > 0) problems.push(problem("savings/priced-without-effect", "warning", {}, { consequences: left.join(", ") }));
  const later = money.costs.filter((row) => row.year > last && spent(row) !== 0);
  if (later.length > 0) {
    const amount = later.reduce((sum, row) => sum + spent(row), 0);
    problems.push(problem("savings/cost-after-window", "warning", later[0].origin, { amount, currency: options.currency, last }));
  }
  if (sums.withoutEstimate > 0) problems.push(problem("savings/cells-left-out", "warning", {}, { cells: sums.withoutEstimate }));
  years.forEach((year, y) => {
    if (whole[y] === 0) problems.push(problem("savings/year-partly-observed", "warning", {}, { year }));
  });
  for (const pair of prices.notMeasured) problems.push(problem("savings/not-measured", "warning", {}, { ...pair }));
  return { sums, prices, payers, cost, discount: discountFactors(options.discount, years), whole, problems };
}

/** Actual cost where it is given, else the planned one. */
function spent(row: CostRow): number {
  return Number.isNaN(row.actual) ? row.planned : row.actual;
}

function isWhole(periods: Periods, year: number): boolean {
  const { unit, ordinals } = periods;
  if (year < yearOfPeriod(ordinals[0], unit)) return true;
  let count = 0;
  for (const ordinal of ordinals) if (yearOfPeriod(ordinal, unit) === year) count++;
  return count === periodsPerYear(unit);
}
