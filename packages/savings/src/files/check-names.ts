import { type Problem, problem } from "@kontrafakt/base";
import { payersOf } from "../account/price-grid.js";
import type { MoneyOptions } from "../options/savings-options.js";
import type { CostRow, PriceRow } from "../savings-value.js";
import type { EffectBasis } from "./read-counts.js";

type Chosen = Pick<MoneyOptions, "payers" | "uncertainty">;

/** Payers and price groups that the study names and no file has: a misspelt one would be passed over in silence. */
export function checkNames(
  prices: readonly PriceRow[],
  costs: readonly CostRow[],
  options: Chosen,
  effects: EffectBasis,
): Problem[] {
  const payers = payersOf(prices, costs);
  const strangers = Object.keys(options.payers).filter((found) => !payers.includes(found));
  return [
    ...strangers.map((found) =>
      problem("savings/payer-not-found", "error", { option: "savings.payers" }, { found, payers: payers.join(", ") }),
    ),
    // Assumed effects have groups too: whoever reads them looks.
    ...(effects === "assumed" ? [] : checkGroups(options, groupsOf(prices))),
  ];
}

export function groupsOf(rows: readonly { readonly group?: string }[]): string[] {
  return [...new Set(rows.flatMap(({ group }) => (group === undefined ? [] : [group])))];
}

/** Groups that `savings.uncertainty.correlation` names and nothing uncertain has. */
export function checkGroups({ uncertainty }: Pick<MoneyOptions, "uncertainty">, groups: readonly string[]): Problem[] {
  return Object.keys(uncertainty.correlation)
    .filter((found) => !groups.includes(found))
    .map((found) => {
      const params = { found, groups: groups.length === 0 ? "none" : groups.join(", ") };
      return problem("savings/group-not-found", "error", { option: "savings.uncertainty.correlation" }, params);
    });
}
