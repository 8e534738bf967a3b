import type { Account } from "../account/account.js";
import { columnsOf } from "../account/figure.js";
import { uncertainCost } from "../draws/cost-draws.js";
import { allFrom } from "../draws/draw-money.js";
import type { Draws } from "../draws/draws.js";
import type { Horizon } from "../figures/figures-value.js";
import type { LineWeights } from "./bottom-line.js";
import { MOST_EXACT } from "./shapley.js";

/** What the rules need of the shared draws. */
export interface PayerDraws {
  readonly draws: Draws;
  /** `gross[k·Y + y][d]`, prices drawn too, undiscounted. */
  readonly gross: readonly Float64Array[];
}

/** Discounted gross saving of each party in each draw: effects alone drawn, and everything that is uncertain. */
export interface PayerGains {
  readonly fixed: readonly Float64Array[];
  readonly priced: readonly Float64Array[];
  /** Discounted programme cost beside `priced`, where that is uncertain too. */
  readonly costs?: readonly Float64Array[];
  readonly df: number;
}

/** Steps of a rule over all draws at most: many parties are looked at in fewer draws, the first of them. */
const MOST_STEPS = 2 ** 26;
const FEWEST_DRAWS = 1_000;

/** @param lines of the parties, discounted */
export function payerGains(
  account: Account,
  members: readonly number[],
  lines: readonly LineWeights[],
  horizon: Horizon,
  { draws, gross }: PayerDraws,
): PayerGains {
  const { sums, discount } = account;
  const Y = sums.years.length;
  const steps = members.length > MOST_EXACT ? 1 << (MOST_EXACT + 1) : 1 << (members.length + 2);
  const D = Math.min(draws.draws, Math.max(FEWEST_DRAWS, Math.floor(MOST_STEPS / steps)));
  const fixed = lines.map(({ weights }) => {
    const out = new Float64Array(D);
    weights.forEach((w, i) => {
      if (w === 0) return;
      const effect = draws.effect.subarray(i * draws.draws, i * draws.draws + D);
      for (let d = 0; d < D; d++) out[d] += w * effect[d];
    });
    return out;
  });
  const columns = columnsOf(account, sums.years, horizon === "observed" ? "observed" : "both");
  const over = (column: (at: number) => Float64Array) =>
    members.map((k) => {
      const out = new Float64Array(D);
      for (const y of columns) {
        const drawn = column(k * Y + y);
        for (let d = 0; d < D; d++) out[d] += discount[y] * drawn[d];
      }
      return out;
    });
  const cost = uncertainCost(account, allFrom(draws), draws.draws);
  return { fixed, priced: over((at) => gross[at]), ...(cost && { costs: over(cost) }), df: draws.df };
}
