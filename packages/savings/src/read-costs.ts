import { refuseEmpty } from "./read-prices.js";
import { checkAccount, checkUnique, nameAt, numberAt, originAt, type Rows, refuse, yearAt } from "./rows.js";
import type { CostRow } from "./savings-value.js";

export const costColumns = [
  { key: "year", type: "number" },
  { key: "payer", type: "category" },
  { key: "planned", type: "number" },
  { key: "actual", type: "number" },
  { key: "priceYear", type: "number" },
  { key: "currency", type: "category", optional: true },
] as const;

/** Programme cost rows as values. `planned` or `actual` may be NaN, not both. */
export function costRows(rows: Rows, priceYear: number, currency: string): CostRow[] {
  const seen = new Map<string, string>();
  const costs: CostRow[] = [];
  for (let i = 0; i < rows.count; i++) {
    const found = rows.problems.length;
    const year = yearAt(rows, "year", i);
    const payer = nameAt(rows, "payer", i);
    const planned = numberAt(rows, "planned", i);
    const actual = numberAt(rows, "actual", i);
    if (Number.isNaN(planned) && Number.isNaN(actual)) refuse(rows, i, "actual", "savings/amount-missing", { found: "nothing" });
    if (planned < 0) refuse(rows, i, "planned", "savings/cost-negative", { found: planned });
    if (actual < 0) refuse(rows, i, "actual", "savings/cost-negative", { found: actual });
    checkAccount(rows, i, priceYear, currency);
    if (rows.problems.length > found) continue;
    checkUnique(rows, i, "payer", seen, [year, payer]);
    if (rows.problems.length === found) costs.push({ year, payer, planned, actual, priceYear, origin: originAt(rows, i) });
  }
  if (rows.count === 0) refuseEmpty(rows);
  return costs;
}
