import type { Account } from "../account/account.js";
import { costFactor } from "../account/cost-parts.js";
import { STARTERS } from "../planning/draw-assumed.js";
import { quantiles } from "./distribution.js";
import { type DrawnFrom, rankOf } from "./person-draws.js";

/** Whether the cost is uncertain: a plan whose number of starters is, and whose cost follows it. */
export function costVaries({ assumed, costParts }: Account): boolean {
  return (
    assumed?.starters.some(({ distribution }) => distribution.kind !== "fixed") === true &&
    costParts.some(({ behaviour }) => behaviour !== "fixed")
  );
}

/**
 * Programme cost of payer and column k·Y + y in each draw: fixed, in proportion to all starters, or by steps begun. undefined where the cost is
 * known, or the starters are held.
 */
export function uncertainCost(account: Account, from: DrawnFrom, D: number): ((cell: number) => Float64Array) | undefined {
  const { assumed, costParts } = account;
  const rank = rankOf(from, "volume", STARTERS);
  if (assumed === undefined || rank === undefined || !costVaries(account)) return undefined;
  const now = assumed.starters.reduce((sum, { starters }) => sum + starters, 0);
  const drawn = new Float64Array(D);
  const one = new Float64Array(D);
  for (const { distribution } of assumed.starters) {
    quantiles(distribution, rank, one);
    for (let d = 0; d < D; d++) drawn[d] += one[d];
  }
  const factors = costParts.map((part) => drawn.map((starters) => costFactor(part, Math.max(0, starters), now)));
  return (cell) => {
    const out = new Float64Array(D);
    costParts.forEach((part, p) => {
      const amount = part.cost[cell];
      if (amount !== 0) for (let d = 0; d < D; d++) out[d] += amount * factors[p][d];
    });
    return out;
  };
}

/** The same, known cost too. */
export function costDraws(account: Account, from: DrawnFrom, D: number): (cell: number) => Float64Array {
  return uncertainCost(account, from, D) ?? ((cell) => new Float64Array(D).fill(account.cost[cell]));
}
