import { KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import { messages } from "./messages.js";
import type { PersonSums } from "./person-sums.js";
import type { PriceRow } from "./savings-value.js";

/** Prices on a grid of C consequences, K payers and Y years: index (c·K + k)·Y + y, 0 where there is none. */
export interface PriceGrid {
  readonly amount: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly cashable: Float64Array;
  /** C × K: 1 where the payer has known prices for the consequence. */
  readonly priced: Uint8Array;
  /** Payers that pay for a consequence at a price nobody knows. */
  readonly notMeasured: readonly { readonly payer: string; readonly consequence: string }[];
}

/** @throws `savings/price-year-missing` for every observed year of a consequence that a payer's prices leave out */
export function priceGrid(prices: readonly PriceRow[], sums: PersonSums, payers: readonly string[]): PriceGrid {
  const { consequences, years, used } = sums;
  const [C, K, Y] = [consequences.length, payers.length, years.length];
  const amount = new Float64Array(C * K * Y);
  const low = new Float64Array(C * K * Y);
  const high = new Float64Array(C * K * Y);
  const cashable = new Float64Array(C * K * Y);
  const priced = new Uint8Array(C * K);
  const given = new Uint8Array(C * K * Y);
  const rowOf = new Map<number, PriceRow>();
  const notMeasured = new Map<string, { payer: string; consequence: string }>();
  for (const price of prices) {
    const { consequence, payer, year } = price;
    const c = consequences.indexOf(consequence);
    const pair = c * K + payers.indexOf(payer);
    if (Number.isNaN(price.amount)) notMeasured.set(JSON.stringify([payer, consequence]), { payer, consequence });
    if (c < 0 || Number.isNaN(price.amount)) continue;
    priced[pair] = 1;
    rowOf.set(pair, price);
    const y = years.indexOf(year);
    if (y < 0) continue;
    const cell = pair * Y + y;
    given[cell] = 1;
    amount[cell] = price.amount;
    low[cell] = price.low ?? price.amount;
    high[cell] = price.high ?? price.amount;
    cashable[cell] = price.cashable;
  }
  const problems: Problem[] = [];
  for (const [pair, row] of rowOf) {
    const c = Math.floor(pair / K);
    const missing = years.filter((_, y) => used[c * Y + y] === 1 && given[pair * Y + y] === 0);
    if (missing.length === 0) continue;
    const params = { consequence: row.consequence, payer: row.payer, missing: missing.join(", "), year: row.year };
    problems.push(problem("savings/price-year-missing", "error", row.origin, params));
  }
  if (problems.length > 0) throw new KontrafaktError(problems, messages);
  return { amount, low, high, cashable, priced, notMeasured: [...notMeasured.values()] };
}
