import { findOutcome, type OutcomeNames } from "./outcome-names.js";
import { checkAccount, checkUnique, nameAt, numberAt, originAt, type Rows, refuse, textAt, yearAt } from "./rows.js";
import type { PriceRow } from "./savings-value.js";
import { sameUnit } from "./units.js";

export const priceColumns = [
  { key: "consequence", type: "category" },
  { key: "payer", type: "category" },
  { key: "year", type: "number" },
  { key: "unit", type: "category" },
  { key: "amount", type: "number" },
  { key: "low", type: "number", optional: true },
  { key: "high", type: "number", optional: true },
  { key: "priceYear", type: "number" },
  { key: "cashable", type: "number" },
  { key: "source", type: "category", optional: true },
  { key: "currency", type: "category", optional: true },
] as const;

/** Price rows as values. An empty amount is NaN: the payer pays, but how much is not known. */
export function priceRows(rows: Rows, names: OutcomeNames, priceYear: number, currency: string): PriceRow[] {
  const seen = new Map<string, string>();
  const prices: PriceRow[] = [];
  for (let i = 0; i < rows.count; i++) {
    const found = rows.problems.length;
    const word = nameAt(rows, "consequence", i);
    const outcome = findOutcome(names, word);
    if (word !== "" && outcome === undefined) {
      refuse(rows, i, "consequence", "savings/consequence-unknown", {
        found: word,
        outcomes: names.outcomes.map((o) => o.name).join(", "),
      });
    }
    const payer = nameAt(rows, "payer", i);
    const year = yearAt(rows, "year", i);
    const unit = nameAt(rows, "unit", i);
    if (outcome !== undefined && unit !== "" && !sameUnit(unit, outcome.unit)) {
      refuse(rows, i, "unit", "savings/unit-differs", { found: unit, expected: outcome.unit, outcome: outcome.name });
    }
    const amount = numberAt(rows, "amount", i);
    if (amount < 0 || Math.abs(amount) === Infinity) refuse(rows, i, "amount", "savings/price-negative", { found: amount });
    const { low, high } = rangeAt(rows, i, amount);
    const cashable = numberAt(rows, "cashable", i);
    if (!(0 <= cashable && cashable <= 1)) {
      refuse(rows, i, "cashable", "savings/cashable-outside", { found: Number.isNaN(cashable) ? "nothing" : cashable });
    }
    checkAccount(rows, i, priceYear, currency);
    if (rows.problems.length > found || outcome === undefined) continue;
    checkUnique(rows, i, "consequence", seen, [outcome.name, payer, year]);
    if (rows.problems.length > found) continue;
    const range = low === undefined ? {} : { low, high };
    const base = { consequence: outcome.name, payer, year, unit: outcome.unit, amount, priceYear, cashable };
    prices.push({ ...base, ...range, source: textAt(rows, "source", i), origin: originAt(rows, i) });
  }
  if (rows.count === 0) refuseEmpty(rows);
  return prices;
}

function rangeAt(rows: Rows, i: number, amount: number): { low?: number; high?: number } {
  const low = numberAt(rows, "low", i);
  const high = numberAt(rows, "high", i);
  if (Number.isNaN(low) && Number.isNaN(high)) return {};
  if (Number.isNaN(amount)) {
    refuse(rows, i, "amount", "savings/range-without-price", { low: shown(low), high: shown(high) });
    return {};
  }
  if (Number.isNaN(low) || Number.isNaN(high)) {
    const missing = Number.isNaN(low) ? "low" : "high";
    refuse(rows, i, missing, "savings/range-half", { low: shown(low), high: shown(high) });
    return {};
  }
  if (!(low >= 0)) refuse(rows, i, "low", "savings/price-negative", { found: low });
  if (amount < 0) return {};
  if (!(low <= amount)) refuse(rows, i, "low", "savings/low-above-price", { found: low, amount });
  if (!(high >= amount) || high === Infinity) refuse(rows, i, "high", "savings/high-below-price", { found: high, amount });
  return { low, high };
}

const shown = (x: number) => (Number.isNaN(x) ? "nothing" : x);

export function refuseEmpty(rows: Rows): void {
  rows.problems.push({ kind: "problem", code: "savings/file-empty", severity: "error", where: { file: rows.file }, params: {} });
}
