import type { Account } from "../account/account.js";
import { quantiles } from "./distribution.js";
import { type DrawnFrom, personDraws, rankOf } from "./person-draws.js";
import { type DrawablePrices, fillPrice, priceBlock, priceRanks } from "./price-draws.js";

/** An account with its person sums, lags and prices as drawn. */
export interface DrawnAccount {
  readonly account: Account;
  readonly draws: number;
  readonly from: DrawnFrom;
  readonly prices: DrawablePrices;
  /** `[row * D + d]`. */
  readonly person: Float64Array;
  /** C·K: years in each draw where a lag is drawn. */
  readonly lags: readonly (Float64Array | undefined)[];
  /** C·K: ranks of prices that are drawn. */
  readonly ranks: readonly (Float64Array | undefined)[];
}

export function drawnAccount(
  account: Account,
  prices: DrawablePrices,
  from: DrawnFrom,
  draws: number,
  person: Float64Array = personDraws(account, from, draws),
): DrawnAccount {
  const K = account.payers.length;
  const lags = account.prices.lags.map((lag, pair) => {
    const rank = rankOf(from, "lag", `${account.sums.consequences[Math.floor(pair / K)]}, ${account.payers[pair % K]}`);
    return rank === undefined ? undefined : quantiles(lag, rank, new Float64Array(draws)).map((years) => Math.max(0, years));
  });
  return { account, draws, from, prices, person, lags, ranks: priceRanks(account, from) };
}

/** All of one payer in one block of draws. */
export interface PayerBlock {
  readonly k: number;
  readonly first: number;
  readonly end: number;
  /** C·Y: change in units in each draw; more use is positive, so that −change × price is saved. */
  readonly change: readonly Float64Array[];
  /** C·Y: price of a unit, the part that counts included; one array for all columns whose price is the same in every draw. */
  readonly price: readonly (Float64Array | undefined)[];
  /** 2·C: change summed over observed columns, and over assumed ones. */
  readonly total: readonly Float64Array[];
}

/** Draws at a time: what a block reads and adds to stays in the processor's cache. */
const AT_ONCE = 1024;

/** Calls `visit` for every payer, in blocks of draws. */
export function eachPayer(
  drawn: DrawnAccount,
  visit: (block: PayerBlock) => void,
  only: (c: number, k: number) => boolean = () => true,
): void {
  const { account, draws, person } = drawn;
  const { sums, prices, payers } = account;
  const [C, K, Y] = [sums.consequences.length, payers.length, sums.years.length];
  const scratch = new Float64Array(AT_ONCE);
  for (let first = 0; first < draws; first += AT_ONCE) {
    const end = Math.min(draws, first + AT_ONCE);
    const block = priceBlock(account, drawn.prices, drawn.ranks, first, end);
    const change = Array.from(sums.used, (_, row) => person.subarray(row * draws + first, row * draws + end));
    const total = totals(account, change, end - first);
    for (let k = 0; k < K; k++) {
      const price = new Array<Float64Array | undefined>(C * Y).fill(undefined);
      for (let c = 0; c < C; c++) {
        const pair = c * K + k;
        if (prices.priced[pair] === 0 || !only(c, k)) continue;
        const known = new Map<number, Float64Array>();
        for (let y = 0; y < Y; y++) {
          if (sums.used[c * Y + y] === 0) continue;
          const same = drawn.prices.same[pair * Y + y];
          let column = known.get(same);
          if (column === undefined) {
            column = new Float64Array(end - first);
            fillPrice(block, pair, y, column, scratch);
            known.set(same, column);
          }
          price[c * Y + y] = column;
        }
      }
      visit({ k, first, end, change, price, total });
    }
  }
}

function totals({ sums }: Account, change: readonly Float64Array[], size: number): Float64Array[] {
  const [C, Y] = [sums.consequences.length, sums.years.length];
  const out = Array.from({ length: 2 * C }, () => new Float64Array(size));
  change.forEach((column, row) => {
    if (sums.used[row] === 0) return;
    const into = out[sums.assumed[row % Y] * C + Math.floor(row / Y)];
    for (let d = 0; d < size; d++) into[d] += column[d];
  });
  return out;
}

/** Whether cashable money is its share of gross in the same column: no capacity steps and no lag. */
export function isPlain({ account, lags }: DrawnAccount, pair: number): boolean {
  return account.prices.step[pair] === 0 && account.prices.lag[pair] === 0 && lags[pair] === undefined;
}

/** One consequence, payer and column in one block of draws. */
export interface Cell {
  readonly c: number;
  readonly k: number;
  readonly y: number;
  /** First draw of the block. */
  readonly first: number;
  readonly change: Float64Array;
  readonly price: Float64Array;
}

/** Calls `visit` for every cell with a price and an effect. */
export function eachCell(drawn: DrawnAccount, visit: (cell: Cell) => void, only?: (c: number, k: number) => boolean): void {
  const Y = drawn.account.sums.years.length;
  eachPayer(
    drawn,
    ({ k, first, change, price }) => {
      price.forEach((money, row) => {
        if (money === undefined) return;
        visit({ c: Math.floor(row / Y), k, y: row % Y, first, change: change[row], price: money });
      });
    },
    only,
  );
}
