import type { CostRow } from "../savings-value.js";
import { checkCurrency, type PriceLevel, priceLevelAt } from "./price-level.js";
import { checkUnique, numberAt, originAt, payerAt, type Rows, refuse, refuseEmpty, yearAt } from "./rows.js";
import { behaviourWords, wordAt } from "./words.js";

export const costColumns = [
  { key: "year", type: "number" },
  { key: "payer", type: "category" },
  { key: "planned", type: "number" },
  { key: "actual", type: "number" },
  { key: "priceYear", type: "number" },
  { key: "currency", type: "category", optional: true },
  { key: "behaviour", type: "category", optional: true },
  { key: "step", type: "number", optional: true },
] as const;

/**
 * Programme cost rows in the account's price year. `planned` or `actual` may be NaN, not both. A payer's year may have one row for each
 * behaviour.
 */
export function costRows(rows: Rows, level: PriceLevel): CostRow[] {
  const seen = new Map<string, string>();
  const costs: CostRow[] = [];
  for (let i = 0; i < rows.count; i++) {
    const found = rows.problems.length;
    const year = yearAt(rows, "year", i);
    const payer = payerAt(rows, "payer", i);
    const planned = numberAt(rows, "planned", i);
    const actual = numberAt(rows, "actual", i);
    if (Number.isNaN(planned) && Number.isNaN(actual)) refuse(rows, i, "actual", "savings/amount-missing", { found: "nothing" });
    for (const key of ["planned", "actual"] as const) {
      const amount = numberAt(rows, key, i);
      if (amount < 0 || amount === Infinity) refuse(rows, i, key, "savings/cost-negative", { found: amount });
    }
    const behaviour = wordAt(rows, "behaviour", i, behaviourWords);
    const step = stepAt(rows, i, behaviour);
    const { factor, stated } = priceLevelAt(rows, i, level);
    checkCurrency(rows, i, level);
    if (rows.problems.length > found) continue;
    checkUnique(rows, i, "payer", seen, [year, payer, behaviour === "variable" ? "" : (behaviour ?? "")]);
    if (rows.problems.length > found) continue;
    costs.push({
      ...{
        year,
        payer,
        planned: planned * factor,
        actual: actual * factor,
        priceYear: level.priceYear,
        origin: originAt(rows, i),
      },
      ...(behaviour && { behaviour }),
      ...(step !== undefined && { step }),
      ...(stated && { stated }),
    });
  }
  if (rows.count === 0) refuseEmpty(rows);
  return costs;
}

/** Starters that one step of a cost holds: with behaviour step, and only then. */
function stepAt(rows: Rows, i: number, behaviour: CostRow["behaviour"]): number | undefined {
  const step = numberAt(rows, "step", i);
  if (behaviour !== "step") {
    if (!Number.isNaN(step)) refuse(rows, i, "behaviour", "savings/cost-step-without-behaviour", { step });
    return undefined;
  }
  if (!(step > 0 && step < Infinity))
    refuse(rows, i, "step", "savings/cost-step-missing", { found: Number.isNaN(step) ? "nothing" : step });
  return step;
}
