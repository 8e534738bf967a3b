import type { Account } from "./account.js";
import type { Draws } from "./draws.js";
import { triangular } from "./triangular.js";

/** Money of each payer and year in each draw, undiscounted: `columns[k * Y + y][d]`; cost is not in it. */
export interface DrawnMoney {
  readonly gross: readonly Float64Array[];
  readonly cashable: readonly Float64Array[];
  /** Total gross of each consequence over payers and years. */
  readonly byConsequence: readonly Float64Array[];
  /** Total gross with effects drawn and prices at their amounts, and the other way round. */
  readonly effectOnly: Float64Array;
  readonly priceOnly: Float64Array;
}

/** Puts prices on the shared draws: −θ·price for every consequence, payer and year, one price rank over the years. */
export function drawMoney(account: Account, draws: Draws): DrawnMoney {
  const { sums, prices, payers } = account;
  const D = draws.draws;
  const [C, K, Y] = [sums.consequences.length, payers.length, sums.years.length];
  const columns = (n: number) => Array.from({ length: n }, () => new Float64Array(D));
  const gross = columns(K * Y);
  const cashable = columns(K * Y);
  const byConsequence = columns(C);
  const effectOnly = new Float64Array(D);
  const priceOnly = new Float64Array(D);
  const below = new Float64Array(D);
  const above = new Float64Array(D);
  const price = new Float64Array(D);
  for (let c = 0; c < C; c++) {
    for (let k = 0; k < K; k++) {
      const pair = c * K + k;
      if (prices.priced[pair] === 0) continue;
      const rank = draws.price.subarray(pair * D, (pair + 1) * D);
      for (let d = 0; d < D; d++) {
        below[d] = Math.sqrt(rank[d]);
        above[d] = Math.sqrt(1 - rank[d]);
      }
      for (let y = 0; y < Y; y++) {
        if (sums.used[c * Y + y] === 0) continue;
        const cell = pair * Y + y;
        const mode = prices.amount[cell];
        triangular(rank, below, above, { low: prices.low[cell], mode, high: prices.high[cell] }, price);
        const term = c * Y + y;
        const effect = draws.effect.subarray(term * D, (term + 1) * D);
        const estimate = sums.effects.estimate[term];
        const share = prices.cashable[cell];
        const ofGross = gross[k * Y + y];
        const ofCashable = cashable[k * Y + y];
        const ofConsequence = byConsequence[c];
        for (let d = 0; d < D; d++) {
          const saved = -effect[d] * price[d];
          ofGross[d] += saved;
          ofCashable[d] += saved * share;
          ofConsequence[d] += saved;
          effectOnly[d] -= effect[d] * mode;
          priceOnly[d] -= estimate * price[d];
        }
      }
    }
  }
  return { gross, cashable, byConsequence, effectOnly, priceOnly };
}
