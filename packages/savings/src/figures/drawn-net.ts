import type { Account } from "../account/account.js";
import { uncertainCost } from "../draws/cost-draws.js";
import type { DrawnFigures } from "../draws/draw-figures.js";
import { allFrom } from "../draws/draw-money.js";
import { intervalOf } from "../draws/interval-of.js";
import { isPublic } from "../options/payer-options.js";
import type { LineChoice } from "../payers/bottom-line.js";

export type DrawnGross = Pick<DrawnFigures, "draws" | "gross">;

/** 95% interval of the net of a bottom line, from draws. */
export type DrawnNet = (choice: LineChoice) => readonly [lower: number, upper: number] | undefined;

/**
 * Nets with everything uncertain drawn: effects, prices, persistence and, in a plan, volume and cost. Undefined for society where the country's
 * rule weighs transfers otherwise than what is used up: drawn money does not tell the two apart.
 */
export function drawnNets(account: Account, { draws, gross }: DrawnGross): DrawnNet {
  const { sums, payers, kinds, discount, prices, rule } = account;
  const Y = sums.years.length;
  const cost = uncertainCost(account, allFrom(draws), draws.draws);
  return (choice) => {
    const society = choice.account === "society";
    if (society && rule.priceConversion !== 1 && prices.transfer.includes(1)) return undefined;
    const net = new Float64Array(draws.draws);
    payers.forEach((payer, k) => {
      if (choice.account === "payer" ? payer !== choice.payer : !society && !isPublic(kinds[k])) return;
      const weight = society && isPublic(kinds[k]) ? (1 + rule.taxDistortion) * rule.priceConversion : 1;
      for (let y = 0; y < Y; y++) {
        if (choice.horizon === "observed" && sums.assumed[y] === 1) continue;
        const worth = weight * (choice.discounted ? discount[y] : 1);
        const saved = gross[k * Y + y];
        const spent = cost?.(k * Y + y);
        const known = account.cost[k * Y + y];
        for (let d = 0; d < net.length; d++) net[d] += worth * (saved[d] - (spent?.[d] ?? known));
      }
    });
    return intervalOf(net);
  };
}
