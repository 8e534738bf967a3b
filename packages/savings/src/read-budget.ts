import { findOutcome, type OutcomeNames } from "./outcome-names.js";
import { amountAt, checkAccount, nameAt, originAt, type Rows, refuse, textAt, yearAt } from "./rows.js";
import type { BudgetRow } from "./savings-value.js";

export const budgetColumns = [
  { key: "year", type: "number" },
  { key: "account", type: "category" },
  { key: "consequence", type: "category", optional: true },
  { key: "payer", type: "category" },
  { key: "adopted", type: "number" },
  { key: "adjusted", type: "number" },
  { key: "actual", type: "number" },
  { key: "reason", type: "category", optional: true },
  { key: "currency", type: "category", optional: true },
] as const;

/** Budget rows as values: one per account, year and reason, in the prices of their own year. */
export function budgetRows(rows: Rows, names: OutcomeNames, currency: string): BudgetRow[] {
  const budget: BudgetRow[] = [];
  for (let i = 0; i < rows.count; i++) {
    const found = rows.problems.length;
    const word = textAt(rows, "consequence", i);
    const outcome = word === "" ? undefined : findOutcome(names, word);
    if (word !== "" && outcome === undefined) {
      refuse(rows, i, "consequence", "savings/consequence-unknown", {
        found: word,
        outcomes: names.outcomes.map((o) => o.name).join(", "),
      });
    }
    const row: BudgetRow = {
      year: yearAt(rows, "year", i),
      account: nameAt(rows, "account", i),
      consequence: outcome?.name ?? "",
      payer: nameAt(rows, "payer", i),
      adopted: amountAt(rows, "adopted", i),
      adjusted: amountAt(rows, "adjusted", i),
      actual: amountAt(rows, "actual", i),
      reason: textAt(rows, "reason", i),
      origin: originAt(rows, i),
    };
    checkAccount(rows, i, 0, currency);
    if (rows.problems.length === found) budget.push(row);
  }
  return budget;
}
