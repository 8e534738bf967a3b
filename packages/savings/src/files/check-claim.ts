import { type Problem, problem } from "@kontrafakt/base";
import { payersOf } from "../account/price-grid.js";
import type { ClaimRow, CostRow, PriceRow } from "../savings-value.js";

/** A claim for someone nobody measures, or on what has no price, cannot be answered. */
export function checkClaim(prices: readonly PriceRow[], costs: readonly CostRow[], claim: readonly ClaimRow[]): Problem[] {
  if (prices.length === 0) return [];
  const payers = payersOf(prices, costs);
  const priced = [...new Set(prices.map((p) => p.consequence))];
  return claim.flatMap(({ payer, consequence, origin }) => {
    if (!payers.includes(payer))
      return [problem("savings/claim-payer-unknown", "error", origin, { payer, payers: payers.join(", ") })];
    if (consequence !== "" && !priced.includes(consequence)) {
      return [problem("savings/claim-not-priced", "error", origin, { consequence, priced: priced.join(", ") })];
    }
    return [];
  });
}
