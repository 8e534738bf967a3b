import { type Problem, problem } from "@kontrafakt/base";
import { isPublic } from "../options/payer-options.js";
import type { MoneyOptions } from "../options/savings-options.js";
import type { PriceRow } from "../savings-value.js";

/** A total of prices that nobody knows would read as a saving of 0: of those that totals add up, one at least must be given. */
export function checkKnown(prices: readonly PriceRow[], options: Pick<MoneyOptions, "payers" | "prices">): Problem[] {
  const kindOf = (payer: string) => (Object.hasOwn(options.payers, payer) ? options.payers[payer].kind : "municipality");
  const ofPublic = prices.filter(({ payer }) => isPublic(kindOf(payer)));
  const added = ofPublic.length > 0 ? ofPublic : prices;
  if (added.length === 0 || added.some(({ amount }) => !Number.isNaN(amount))) return [];
  return [problem("savings/no-price-known", "error", { ...added[0].origin, column: options.prices.amount }, {})];
}
