import { findOutcome, type OutcomeNames } from "./outcome-names.js";
import { refuseEmpty } from "./read-prices.js";
import { amountAt, checkAccount, checkUnique, nameAt, originAt, type Rows, refuse, textAt, yearAt } from "./rows.js";
import type { ClaimRow } from "./savings-value.js";

export const claimColumns = [
  { key: "year", type: "number" },
  { key: "payer", type: "category" },
  { key: "consequence", type: "category", optional: true },
  { key: "amount", type: "number" },
  { key: "priceYear", type: "number" },
  { key: "currency", type: "category", optional: true },
] as const;

/**
 * Claim rows as values. A payer's year is claimed either as one amount or by consequence: both together would count the
 * same krone twice.
 */
export function claimRows(rows: Rows, names: OutcomeNames, priceYear: number, currency: string): ClaimRow[] {
  const seen = new Map<string, string>();
  const whole = new Map<string, number>();
  const parts = new Map<string, number>();
  const claim: ClaimRow[] = [];
  for (let i = 0; i < rows.count; i++) {
    const found = rows.problems.length;
    const year = yearAt(rows, "year", i);
    const payer = nameAt(rows, "payer", i);
    const word = textAt(rows, "consequence", i);
    const outcome = word === "" ? undefined : findOutcome(names, word);
    if (word !== "" && outcome === undefined) {
      refuse(rows, i, "consequence", "savings/consequence-unknown", {
        found: word,
        outcomes: names.outcomes.map((o) => o.name).join(", "),
      });
    }
    const amount = amountAt(rows, "amount", i);
    checkAccount(rows, i, priceYear, currency);
    if (rows.problems.length > found) continue;
    const consequence = outcome?.name ?? "";
    checkUnique(rows, i, "payer", seen, [year, payer, consequence]);
    const id = JSON.stringify([year, payer]);
    (consequence === "" ? whole : parts).set(id, rows.table.origin[i]);
    const other = (consequence === "" ? parts : whole).get(id);
    if (other !== undefined) refuse(rows, i, "consequence", "savings/claim-both-ways", { payer, year, other });
    if (rows.problems.length === found) claim.push({ year, payer, consequence, amount, priceYear, origin: originAt(rows, i) });
  }
  if (rows.count === 0) refuseEmpty(rows);
  return claim;
}
