import type { Account } from "./account.js";

type Grid = Pick<Account, "sums">;

/**
 * Column in which money saved in column `y` can leave a budget `later` whole years on, −1 beyond the horizon: that of the calendar year,
 * the observed one of two where the saving was observed.
 */
export function arrivalColumn({ sums }: Grid, y: number, later: number): number {
  if (later === 0) return y;
  const { years, assumed } = sums;
  const year = years[y] + later;
  const same = years.findIndex((other, at) => other === year && assumed[at] === assumed[y]);
  return same >= 0 ? same : years.findIndex((other, at) => other === year && assumed[at] >= assumed[y]);
}

/** A lag as the columns it leads to: the whole years before and after it, each with its share. */
export function arrivals(grid: Grid, y: number, lag: number): { readonly column: number; readonly share: number }[] {
  const whole = Math.floor(lag);
  const rest = lag - whole;
  return [
    { column: arrivalColumn(grid, y, whole), share: 1 - rest },
    { column: arrivalColumn(grid, y, whole + 1), share: rest },
  ].filter(({ column, share }) => column >= 0 && share > 0);
}

/**
 * What of cashable money saved by consequence c for payer k in column y arrives within `columns`, with the discount factor of when it does:
 * weight of amount × cashable share.
 */
export function arrivalWeight(
  account: Account,
  c: number,
  k: number,
  y: number,
  columns: readonly number[],
  discounted: boolean,
): number {
  const { prices, payers, discount } = account;
  let weight = 0;
  for (const { column, share } of arrivals(account, y, prices.lag[c * payers.length + k])) {
    if (columns.includes(column)) weight += share * (discounted ? discount[column] : 1);
  }
  return weight;
}
