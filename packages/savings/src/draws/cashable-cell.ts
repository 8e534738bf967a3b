import { arrivalColumn } from "../account/arrival.js";
import type { Cell, DrawnAccount } from "./each-cell.js";

/**
 * Adds what of a cell can leave a budget to the columns in which it can: whole steps of capacity, the cashable share, after the lag.
 *
 * @param column of payer and year money is added to; undefined = it is not asked for
 */
export function addCashable(drawn: DrawnAccount, cell: Cell, column: (y: number) => Float64Array | undefined): void {
  const { account, lags } = drawn;
  const { prices, payers, sums } = account;
  const { c, k, y, first } = cell;
  const pair = c * payers.length + k;
  const share = prices.cashable[pair * sums.years.length + y];
  const money = freed(drawn, cell);
  const years = lags[pair];
  if (years === undefined) {
    const whole = Math.floor(prices.lag[pair]);
    const rest = prices.lag[pair] - whole;
    add(arrivalColumn(account, y, whole), share * (1 - rest));
    if (rest > 0) add(arrivalColumn(account, y, whole + 1), share * rest);
    return;
  }
  const reach = sums.years[sums.years.length - 1] - sums.years[y];
  const into = Array.from({ length: reach + 1 }, (_, later) => {
    const at = arrivalColumn(account, y, later);
    return at < 0 ? undefined : column(at);
  });
  for (let d = 0; d < money.length; d++) {
    const lag = years[first + d];
    const whole = Math.floor(lag);
    if (whole > reach) continue;
    const early = into[whole];
    if (early !== undefined) early[first + d] += money[d] * share * (1 - (lag - whole));
    const late = whole < reach ? into[whole + 1] : undefined;
    if (late !== undefined) late[first + d] += money[d] * share * (lag - whole);
  }

  function add(at: number, weight: number): void {
    const out = at < 0 ? undefined : column(at);
    if (out === undefined) return;
    for (let d = 0, i = first; d < money.length; d++, i++) out[i] += money[d] * weight;
  }
}

/**
 * Adds the same to one sum, money of each column weighted by what it counts there.
 *
 * @param worth of each column; 0 = it is not in the sum
 */
export function addArriving(drawn: DrawnAccount, cell: Cell, worth: Float64Array, out: Float64Array): void {
  const { account, lags } = drawn;
  const { prices, payers, sums } = account;
  const { c, k, y, first } = cell;
  const pair = c * payers.length + k;
  const share = prices.cashable[pair * sums.years.length + y];
  const reach = sums.years[sums.years.length - 1] - sums.years[y];
  /** What money is worth that comes so many whole years later; the last place is beyond the horizon. */
  const later = Float64Array.from({ length: reach + 2 }, (_, years) => {
    const at = years > reach ? -1 : arrivalColumn(account, y, years);
    return at < 0 ? 0 : worth[at] * share;
  });
  if (later.every((weight) => weight === 0)) return;
  const { change, price } = cell;
  const whole = prices.step[pair] > 0 ? stepped(drawn, cell) : undefined;
  const years = lags[pair];
  const known = years === undefined ? weightAt(later, prices.lag[pair]) : 0;
  for (let d = 0, at = first; d < change.length; d++, at++) {
    const money = whole === undefined ? -change[d] * price[d] : whole[d];
    out[at] += money * (years === undefined ? known : weightAt(later, years[at]));
  }
}

/** Between two whole years a lag splits money. */
function weightAt(later: Float64Array, lag: number): number {
  const whole = Math.floor(lag);
  if (whole > later.length - 2) return 0;
  const rest = lag - whole;
  return later[whole] * (1 - rest) + later[whole + 1] * rest;
}

/** Money in whole steps where there are any. */
function freed(drawn: DrawnAccount, cell: Cell): Float64Array {
  const { prices, payers } = drawn.account;
  return prices.step[cell.c * payers.length + cell.k] > 0 ? stepped(drawn, cell) : saved(cell);
}

function saved({ change, price }: Cell): Float64Array {
  const out = new Float64Array(change.length);
  for (let d = 0; d < out.length; d++) out[d] = -change[d] * price[d];
  return out;
}

/**
 * Money of whole steps of units: trunc(units / step)·step × price, units those that count, towards zero. Where a year has an observed and an
 * assumed part, the assumed one adds what steps the whole year has beyond those of the observed one.
 */
function stepped({ account, draws, person }: DrawnAccount, { c, k, y, first, change, price }: Cell): Float64Array {
  const { prices, payers, sums } = account;
  const Y = sums.years.length;
  const pair = c * payers.length + k;
  const step = prices.step[pair];
  const counts = prices.counts[pair * Y + y];
  const out = new Float64Array(change.length);
  if (counts === 0) return out;
  const before =
    sums.assumed[y] === 0 ? -1 : sums.years.findIndex((year, at) => year === sums.years[y] && sums.assumed[at] === 0);
  const observed = before < 0 ? undefined : person.subarray((c * Y + before) * draws + first);
  const countsBefore = before < 0 ? 0 : prices.counts[pair * Y + before];
  for (let d = 0; d < out.length; d++) {
    const earlier = observed === undefined ? 0 : -observed[d] * countsBefore;
    const units = whole(earlier - change[d] * counts, step) - whole(earlier, step);
    out[d] = (units * price[d]) / counts;
  }
  return out;
}

/** Whole steps in a number of units, towards zero; a number that rounding left just short of a step counts as that step. */
function whole(units: number, step: number): number {
  const steps = units / step;
  return Math.trunc(steps + steps * 1e-12 + (steps < 0 ? -1e-9 : 1e-9)) * step;
}
