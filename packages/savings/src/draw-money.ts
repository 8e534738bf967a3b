import { BLOCK } from "@kontrafakt/numerics";
import type { Account } from "./account.js";
import type { Draws } from "./draws.js";
import { type Ranked, ranked, type Triangular, triangular } from "./triangular.js";

/** Money of each payer and year in each draw, undiscounted: `columns[k * Y + y][d]`; cost is not in it. */
export interface DrawnMoney {
  readonly gross: readonly Float64Array[];
  readonly cashable: readonly Float64Array[];
  /** Total gross of each consequence over payers and years. */
  readonly byConsequence: readonly Float64Array[];
  /** Total gross with effects drawn and prices at their amounts, or at the mean of their draws; and prices drawn with effects at their estimates. */
  readonly effectOnly: Float64Array;
  readonly effectAtMeanPrice: Float64Array;
  readonly priceOnly: Float64Array;
}

/** Puts prices on the shared draws: −θ·price for every consequence, payer and year, one price rank over the years. */
export function drawMoney(account: Account, draws: Draws): DrawnMoney {
  const D = draws.draws;
  const [C, K, Y] = [account.sums.consequences.length, account.payers.length, account.sums.years.length];
  const columns = (n: number) => Array.from({ length: n }, () => new Float64Array(D));
  const out: DrawnMoney = {
    gross: columns(K * Y),
    cashable: columns(K * Y),
    byConsequence: columns(C),
    effectOnly: new Float64Array(D),
    effectAtMeanPrice: new Float64Array(D),
    priceOnly: new Float64Array(D),
  };
  // In blocks, so that what is added up stays in the processor's cache.
  for (let first = 0; first < D; first += BLOCK) addBlock(account, draws, out, first, Math.min(D, first + BLOCK));
  return out;
}

function addBlock(account: Account, draws: Draws, out: DrawnMoney, first: number, end: number): void {
  const { sums, prices, payers } = account;
  const [C, K, Y] = [sums.consequences.length, payers.length, sums.years.length];
  const part = (column: Float64Array) => column.subarray(first, end);
  const columnOf = (array: Float64Array, index: number) => array.subarray(index * draws.draws + first, index * draws.draws + end);
  const size = end - first;
  const allPayers = new Float64Array(size);
  for (let c = 0; c < C; c++) {
    const paying = payers.map((_, k) => k).filter((k) => prices.priced[c * K + k] === 1);
    const ranks = paying.map((k) => ranked(columnOf(draws.price, c * K + k)));
    for (let y = 0; y < Y; y++) {
      if (sums.used[c * Y + y] === 0) continue;
      const effect = columnOf(draws.effect, c * Y + y);
      allPayers.fill(0);
      let amount = 0;
      let meanPrice = 0;
      paying.forEach((k, i) => {
        const cell = (c * K + k) * Y + y;
        const price = triangular(prices.low[cell], prices.amount[cell], prices.high[cell]);
        addPayer(
          ranks[i],
          price,
          effect,
          prices.cashable[cell],
          part(out.gross[k * Y + y]),
          part(out.cashable[k * Y + y]),
          allPayers,
        );
        amount += prices.amount[cell];
        meanPrice += (prices.low[cell] + prices.amount[cell] + prices.high[cell]) / 3;
      });
      const estimate = sums.effects.estimate[c * Y + y];
      const consequence = part(out.byConsequence[c]);
      const effectOnly = part(out.effectOnly);
      const effectAtMeanPrice = part(out.effectAtMeanPrice);
      const priceOnly = part(out.priceOnly);
      for (let d = 0; d < size; d++) {
        consequence[d] -= effect[d] * allPayers[d];
        effectOnly[d] -= effect[d] * amount;
        effectAtMeanPrice[d] -= effect[d] * meanPrice;
        priceOnly[d] -= estimate * allPayers[d];
      }
    }
  }
}

function addPayer(
  { rank, below, above }: Ranked,
  { low, high, split, rise, fall }: Triangular,
  effect: Float64Array,
  share: number,
  gross: Float64Array,
  cashable: Float64Array,
  allPayers: Float64Array,
): void {
  for (let d = 0; d < effect.length; d++) {
    const price = rank[d] < split ? low + rise * below[d] : high - fall * above[d];
    const saved = -effect[d] * price;
    gross[d] += saved;
    cashable[d] += saved * share;
    allPayers[d] += price;
  }
}
