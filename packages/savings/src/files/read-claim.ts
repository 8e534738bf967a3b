import type { ClaimRow } from "../savings-value.js";
import { claimPartsAt } from "./claim-parts.js";
import { type OutcomeNames, outcomeAt } from "./outcome-names.js";
import { checkCurrency, type PriceLevel, priceLevelAt } from "./price-level.js";
import { amountAt, checkUnique, originAt, payerAt, type Rows, refuse, refuseEmpty, yearAt } from "./rows.js";

export const claimColumns = [
  { key: "year", type: "number" },
  { key: "payer", type: "category" },
  { key: "consequence", type: "category", optional: true },
  { key: "amount", type: "number" },
  { key: "priceYear", type: "number" },
  { key: "currency", type: "category", optional: true },
  { key: "starters", type: "number", optional: true },
  { key: "effect", type: "number", optional: true },
  { key: "price", type: "number", optional: true },
  { key: "cashable", type: "number", optional: true },
] as const;

/**
 * Claim rows in the account's price year. A payer's year is claimed either as one amount or by consequence: both together would count the
 * same krone twice.
 */
export function claimRows(rows: Rows, names: OutcomeNames, level: PriceLevel): ClaimRow[] {
  const seen = new Map<string, string>();
  const whole = new Map<string, number>();
  const parts = new Map<string, number>();
  const claim: ClaimRow[] = [];
  for (let i = 0; i < rows.count; i++) {
    const found = rows.problems.length;
    const year = yearAt(rows, "year", i);
    const payer = payerAt(rows, "payer", i);
    const consequence = outcomeAt(rows, "consequence", i, names)?.name ?? "";
    const amount = amountAt(rows, "amount", i);
    const product = claimPartsAt(rows, i, amount, consequence);
    const { factor, stated } = priceLevelAt(rows, i, level);
    checkCurrency(rows, i, level);
    if (rows.problems.length > found) continue;
    checkUnique(rows, i, "payer", seen, [year, payer, consequence]);
    const id = JSON.stringify([year, payer]);
    (consequence === "" ? whole : parts).set(id, rows.table.origin[i]);
    const other = (consequence === "" ? parts : whole).get(id);
    if (other !== undefined) refuse(rows, i, "consequence", "savings/claim-both-ways", { payer, year, other });
    if (rows.problems.length > found) continue;
    claim.push({
      ...{ year, payer, consequence, amount: amount * factor, priceYear: level.priceYear, origin: originAt(rows, i) },
      ...(product && { parts: { ...product, price: product.price * factor } }),
      ...(stated && { stated }),
    });
  }
  if (rows.count === 0) refuseEmpty(rows);
  return claim;
}
