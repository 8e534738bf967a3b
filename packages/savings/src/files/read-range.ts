import { numberAt, type Rows, refuse, shown } from "./rows.js";

/** Lowest and highest a price may be, both or neither. */
export function rangeAt(rows: Rows, i: number, amount: number): { low?: number; high?: number } {
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
