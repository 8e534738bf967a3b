import { KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import { scaledDistribution } from "../files/scale-price.js";
import { messages } from "../messages.js";
import type { CostRow, Distribution, PriceRow } from "../savings-value.js";
import type { PersonSums } from "./person-sums.js";

/** Prices on a grid of C consequences, K payers and Y years: index (c·K + k)·Y + y, 0 where there is none. */
export interface PriceGrid {
  readonly amount: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly cashable: Float64Array;
  /** The part of a change that counts, already in `amount`: a capacity step takes that part of the units. */
  readonly counts: Float64Array;
  /** How each amount varies; the triangular of low, amount and high where nothing else is said, `fixed` where it is known or there is none. */
  readonly distribution: readonly Distribution[];
  /** C × K: units a year freed at a time (0 = unit by unit), and years until a budget can be lowered. */
  readonly step: Float64Array;
  readonly lag: Float64Array;
  /** C × K: how the lag varies (`fixed` where it is known), and the group the price moves with ("" = none). */
  readonly lags: readonly Distribution[];
  readonly group: readonly string[];
  /** C × K: the pair whose draw this price has: itself, or the pair a refund split it from, so that both are parts of one price. */
  readonly like: Int32Array;
  /**
   * What pair `from` (c·K + k) pays, pair `to` receives, in the same draw: `amount` of `to` has it as a negative part already, `distribution`
   * of `to` is `fixed` 0.
   */
  readonly transfers: readonly { readonly from: number; readonly to: number }[];
  /** 1 for cells that are a transfer between payers: services are not. What one pays the other receives, as a negative amount of its own. */
  readonly transfer: Uint8Array;
  /** C × K: 1 where the payer has known prices for the consequence. */
  readonly priced: Uint8Array;
  /** Payers that pay for a consequence at a price nobody knows. */
  readonly notMeasured: readonly { readonly payer: string; readonly consequence: string }[];
}

type Cells = Pick<PriceGrid, "amount" | "low" | "high" | "cashable" | "transfer">;

/** Everyone who pays or receives: payers of prices, who receives their transfers, payers of the programme. */
export function payersOf(prices: readonly PriceRow[], costs: readonly CostRow[]): string[] {
  const received = prices.flatMap(({ transferTo }) => (transferTo === undefined ? [] : [transferTo]));
  return [...new Set([...prices.map((p) => p.payer), ...costs.map((row) => row.payer), ...received])];
}

/**
 * Lays prices on the grid. What does not count of a change (`counts`) is taken off the amount, with its range. A column after the window
 * has its own year's price.
 *
 * @throws `savings/price-year-missing` for every year with effects that a payer's prices leave out
 */
export function priceGrid(prices: readonly PriceRow[], sums: PersonSums, payers: readonly string[]): PriceGrid {
  const { consequences, years } = sums;
  const [C, K, Y] = [consequences.length, payers.length, years.length];
  const cells = () => new Float64Array(C * K * Y);
  const pairs = () => new Float64Array(C * K);
  const [amount, low, high, cashable, step, lag] = [cells(), cells(), cells(), cells(), pairs(), pairs()];
  const counted = cells().fill(1);
  const distribution = new Array<Distribution>(C * K * Y).fill({ kind: "fixed", value: 0 });
  const like = Int32Array.from({ length: C * K }, (_, pair) => pair);
  const lags = new Array<Distribution>(C * K).fill({ kind: "fixed", value: 0 });
  const group = new Array<string>(C * K).fill("");
  const transfers: { from: number; to: number }[] = [];
  const transfer = new Uint8Array(C * K * Y);
  const priced = new Uint8Array(C * K);
  const given = new Uint8Array(C * K * Y);
  const rowOf = new Map<number, PriceRow>();
  const notMeasured = new Map<string, { payer: string; consequence: string }>();
  for (const price of prices) {
    const { consequence, payer, transferTo } = price;
    const c = consequences.indexOf(consequence);
    const pair = c * K + payers.indexOf(payer);
    if (Number.isNaN(price.amount)) {
      for (const who of transferTo === undefined ? [payer] : [payer, transferTo]) {
        notMeasured.set(JSON.stringify([who, consequence]), { payer: who, consequence });
      }
    }
    if (c < 0 || Number.isNaN(price.amount)) continue;
    priced[pair] = 1;
    rowOf.set(pair, price);
    if (price.refunded?.side === "refunder") like[pair] = c * K + payers.indexOf(price.refunded.payer);
    step[pair] = price.step ?? 0;
    lag[pair] = price.lag ?? 0;
    lags[pair] = lagOf(price);
    group[pair] = price.group ?? "";
    const counts = price.counts ?? 1;
    const receiver = transferTo === undefined ? -1 : c * K + payers.indexOf(transferTo);
    if (receiver >= 0) {
      priced[receiver] = 1;
      if (!transfers.some(({ from }) => from === pair)) transfers.push({ from: pair, to: receiver });
    }
    for (let y = 0; y < Y; y++) {
      if (years[y] !== price.year) continue;
      const cell = pair * Y + y;
      given[cell] = 1;
      counted[cell] = counts;
      amount[cell] = price.amount * counts;
      low[cell] = (price.low ?? price.amount) * counts;
      high[cell] = (price.high ?? price.amount) * counts;
      cashable[cell] = price.cashable;
      distribution[cell] = scaledDistribution(distributionOf(price), counts);
      if (receiver >= 0) transfer[cell] = 1;
    }
  }
  const laid = { amount, low, high, cashable, transfer };
  for (const { from, to } of transfers) for (let y = 0; y < Y; y++) receive(laid, from * Y + y, to * Y + y);
  throwMissing(rowOf, given, sums, K);
  return {
    ...laid,
    counts: counted,
    distribution,
    step,
    lag,
    lags,
    group,
    like,
    transfers,
    priced,
    notMeasured: [...notMeasured.values()],
  };
}

/** The receiver gets minus the amount, and as much of it can leave a budget as of what is paid. */
function receive({ amount, low, high, cashable, transfer }: Cells, from: number, to: number): void {
  if (transfer[from] === 0) return;
  const before = amount[to];
  transfer[to] = 1;
  amount[to] -= amount[from];
  low[to] -= high[from];
  high[to] -= low[from];
  cashable[to] = amount[to] === 0 ? cashable[from] : (before * cashable[to] - amount[from] * cashable[from]) / amount[to];
}

function throwMissing(rowOf: ReadonlyMap<number, PriceRow>, given: Uint8Array, { years, used }: PersonSums, K: number): void {
  const Y = years.length;
  const problems: Problem[] = [];
  for (const [pair, row] of rowOf) {
    const c = Math.floor(pair / K);
    const missing = new Set(years.filter((_, y) => used[c * Y + y] === 1 && given[pair * Y + y] === 0));
    if (missing.size === 0) continue;
    const params = { consequence: row.consequence, payer: row.payer, missing: [...missing].join(", "), year: row.year };
    problems.push(problem("savings/price-year-missing", "error", row.origin, params));
  }
  if (problems.length > 0) throw new KontrafaktError(problems, messages);
}

function distributionOf({ distribution, low, amount, high }: PriceRow): Distribution {
  if (distribution !== undefined) return distribution;
  if (low === undefined || high === undefined) return { kind: "fixed", value: amount };
  return { kind: "triangular", low, mode: amount, high };
}

function lagOf({ lag = 0, lagLow, lagHigh }: PriceRow): Distribution {
  if (lagLow === undefined || lagHigh === undefined) return { kind: "fixed", value: lag };
  return { kind: "triangular", low: lagLow, mode: lag, high: lagHigh };
}
