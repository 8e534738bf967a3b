import type { BudgetFileOptions } from "../options/account-file-options.js";
import type { BudgetRow } from "../savings-value.js";
import { accountForm, followsChart } from "./chart-of-accounts.js";
import { type OutcomeNames, outcomeAt } from "./outcome-names.js";
import { checkCurrency, type PriceLevel } from "./price-level.js";
import { amountAt, nameAt, originAt, payerAt, type Rows, refuse, textAt, yearAt } from "./rows.js";
import { reasonWords, wordAt } from "./words.js";

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
export function budgetRows(rows: Rows, names: OutcomeNames, level: PriceLevel, chart: BudgetFileOptions["chart"]): BudgetRow[] {
  const budget: BudgetRow[] = [];
  for (let i = 0; i < rows.count; i++) {
    const found = rows.problems.length;
    const consequence = outcomeAt(rows, "consequence", i, names)?.name ?? "";
    const account = nameAt(rows, "account", i);
    if (account !== "" && !followsChart(account, chart)) {
      refuse(rows, i, "account", "savings/account-not-of-chart", { found: account, ...accountForm(chart) });
    }
    const row: BudgetRow = {
      year: yearAt(rows, "year", i),
      account,
      consequence,
      payer: payerAt(rows, "payer", i),
      adopted: amountAt(rows, "adopted", i),
      adjusted: amountAt(rows, "adjusted", i),
      actual: amountAt(rows, "actual", i),
      reason: textAt(rows, "reason", i),
      cause: wordAt(rows, "reason", i, reasonWords) ?? "none",
      origin: originAt(rows, i),
    };
    checkCurrency(rows, i, level);
    if (rows.problems.length === found) budget.push(row);
  }
  return budget;
}
