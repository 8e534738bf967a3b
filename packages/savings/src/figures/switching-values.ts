import { periodsPerYear } from "@kontrafakt/base";
import type { Account } from "../account/account.js";
import { discountFactors } from "../account/discount-factors.js";
import { columnsOf } from "../account/figure.js";
import { bottomLine, type LineChoice } from "../payers/bottom-line.js";
import type { SwitchingValue } from "./figures-value.js";
import { switchingStarters } from "./switching-starters.js";

/** How far after the window a constant effect is followed. */
const LONGEST_YEARS = 60;

/**
 * What each input would have to be for the discounted net of a bottom line to be 0, all else as it is. Starters where their number is known:
 * the benefit follows it, cost as each row says. Months of persistence from the observed horizon alone: of a constant effect after the window
 * at the last observed prices, without further cost.
 *
 * @param choice discounted, every year of its horizon
 * @param starters matched starters
 */
export function switchingValues(
  account: Account,
  choice: LineChoice,
  starters: number | undefined,
  currency: string,
): SwitchingValue[] {
  const { sums } = account;
  const { estimate } = sums.effects;
  const Y = sums.years.length;
  const { weights, cost } = bottomLine(account, choice);
  const plain = bottomLine(account, { ...choice, discounted: false }).weights;
  const columns = columnsOf(account, sums.years, choice.horizon === "observed" ? "observed" : "both");
  const benefit = dot(weights, estimate);
  const values: SwitchingValue[] = [];
  if (starters !== undefined && starters > 0) {
    const [variable, fixed, ...stepped] = costsByBehaviour(account, choice);
    const value = switchingStarters(starters, benefit, variable.cost, fixed.cost, stepped);
    values.push({ input: "starters", unit: "people", now: starters, value });
  }
  if (choice.horizon === "observed") {
    values.push({ input: "persistence", unit: "months", now: 0, value: monthsToBreakEven(account, plain, cost - benefit) });
  }
  sums.consequences.forEach((consequence, c) => {
    const row = (from: ArrayLike<number>) => columns.map((y) => from[c * Y + y]);
    if (row(weights).every((w) => w === 0)) return;
    const own = sumOf(columns.map((y) => weights[c * Y + y] * estimate[c * Y + y]));
    const fewer = -sumOf(row(estimate));
    // The net is 0 where this consequence's part is multiplied by this.
    const factor = own === 0 ? null : 1 - (benefit - cost) / own;
    const { unit } = sums.effects.terms[c * Y];
    if (starters !== undefined && starters > 0) {
      const now = fewer / starters;
      values.push({ input: "effect", consequence, unit, now, value: factor === null || now === 0 ? null : now * factor });
    }
    // A mean over the units that change, in whichever direction: between the lowest and the highest price.
    const units = row(estimate).map(Math.abs);
    const changed = sumOf(units);
    if (changed === 0) return;
    const price = -sumOf(row(plain).map((w, i) => w * units[i])) / changed;
    const able = factor !== null && factor >= 0;
    values.push({ input: "price", consequence, unit: currency, now: price, value: able ? price * factor : null });
  });
  values.push({ input: "cost", unit: currency, now: cost, value: benefit >= 0 ? benefit : null });
  return values;
}

/** The line's cost that follows starters, that does not, and by steps. */
function costsByBehaviour(account: Account, choice: LineChoice): { readonly step: number; readonly cost: number }[] {
  const of = (behaviour: "variable" | "fixed" | "step") =>
    account.costParts
      .filter((part) => part.behaviour === behaviour)
      .map(({ step, cost }) => ({ step, cost: bottomLine({ ...account, cost }, choice).cost }));
  const whole = (parts: readonly { readonly cost: number }[]) => ({ step: 0, cost: sumOf(parts.map((p) => p.cost)) });
  return [whole(of("variable")), whole(of("fixed")), ...of("step")];
}

/**
 * Months of a constant effect after the window that are worth `missing`; null where nothing is missing or sixty years are not enough.
 *
 * @param plain undiscounted weights of the line on the person sums
 */
function monthsToBreakEven({ sums, periods, discounting }: Account, plain: Float64Array, missing: number): number | null {
  if (!(missing > 0)) return null;
  const Y = sums.years.length;
  const observed = sums.assumed.filter((a) => a === 0).length;
  const perYear = periodsPerYear(periods.unit);
  let yearly = 0;
  sums.consequences.forEach((_, c) => {
    let y = observed - 1;
    while (y > 0 && sums.used[c * Y + y] === 0) y--;
    yearly += plain[c * Y + y] * sums.level[c] * perYear;
  });
  if (!(yearly > 0)) return null;
  const first = periods.ordinals[periods.ordinals.length - 1] + 1;
  const started = first / perYear;
  const years = Array.from({ length: LONGEST_YEARS + 1 }, (_, i) => Math.floor(started) + i);
  const factors = discountFactors(discounting, years);
  let passed = 0;
  let left = missing;
  for (let i = 0; i < years.length && passed < LONGEST_YEARS; i++) {
    const length = Math.min(years[i] + 1 - started, LONGEST_YEARS) - passed;
    const worth = yearly * factors[i];
    if (worth * length >= left) return 12 * (passed + left / worth);
    left -= worth * length;
    passed += length;
  }
  return null;
}

export function dot(weights: Float64Array, estimate: Float64Array): number {
  let value = 0;
  weights.forEach((w, i) => {
    if (w !== 0) value += w * estimate[i];
  });
  return value;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
