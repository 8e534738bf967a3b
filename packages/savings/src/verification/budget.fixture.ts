import type { BudgetRow } from "../savings-value.js";

/** A budget lowered by 100,000 because of the programme, of which 60,000 was in fact spent less. */
export function budgetRow(change: Partial<BudgetRow> = {}): BudgetRow {
  return {
    year: 2022,
    account: "5.28.20 Residential",
    consequence: "",
    payer: "Family",
    adopted: 9_000_000,
    adjusted: 8_900_000,
    actual: 8_940_000,
    reason: "programme",
    cause: "programme",
    origin: { file: "budget.csv", row: 2 },
    ...change,
  };
}
