import type { PriceRow } from "../savings-value.js";
import { type OutcomeNames, outcomeAt } from "./outcome-names.js";
import { checkCurrency, type PriceLevel, priceLevelAt } from "./price-level.js";
import { capacityAt } from "./read-capacity.js";
import { countsAt, type EffectBasis } from "./read-counts.js";
import { distributionAt } from "./read-distribution.js";
import { rangeAt } from "./read-range.js";
import {
  checkUnique,
  nameAt,
  numberAt,
  originAt,
  payerAt,
  type Rows,
  refuse,
  refuseEmpty,
  spelledAt,
  textAt,
  yearAt,
} from "./rows.js";
import { scaledPrice } from "./scale-price.js";
import { sameUnit } from "./units.js";
import { basisWords, refundWords, wordAt } from "./words.js";

const text = (key: string) => ({ key, type: "category", optional: true }) as const;
const number = (key: string) => ({ key, type: "number", optional: true }) as const;

export const priceColumns = [
  { key: "consequence", type: "category" },
  { key: "payer", type: "category" },
  { key: "year", type: "number" },
  { key: "unit", type: "category" },
  { key: "amount", type: "number" },
  { key: "priceYear", type: "number" },
  { key: "cashable", type: "number" },
  ...["low", "high", "sd", "share", "step", "lag", "lagLow", "lagHigh", "deadweight", "displacement", "attribution"].map(number),
  ...["source", "currency", "distribution", "values", "group", "basis", "refund", "transferTo", "grade"].map(text),
] as const;

/** A price row with what only the checks between rows need. */
export interface PriceDraft {
  readonly row: PriceRow;
  /** The payer's share of the amount, where the file says. */
  readonly share?: number;
  readonly refund?: "gross" | "net";
}

/** Price rows, in the account's price year and after the payer's share. An empty amount is NaN: the payer pays, but how much is not known. */
export function priceRows(rows: Rows, names: OutcomeNames, level: PriceLevel, effects: EffectBasis): PriceDraft[] {
  const seen = new Map<string, string>();
  const prices: PriceDraft[] = [];
  for (let i = 0; i < rows.count; i++) {
    const found = rows.problems.length;
    const draft = priceRow(rows, i, names, level, effects);
    if (draft === undefined || rows.problems.length > found) continue;
    checkUnique(rows, i, "consequence", seen, [draft.row.consequence, draft.row.payer, draft.row.year]);
    if (rows.problems.length === found) prices.push(draft);
  }
  if (rows.count === 0) refuseEmpty(rows);
  return prices;
}

function priceRow(rows: Rows, i: number, names: OutcomeNames, level: PriceLevel, effects: EffectBasis): PriceDraft | undefined {
  nameAt(rows, "consequence", i);
  const outcome = outcomeAt(rows, "consequence", i, names);
  const payer = payerAt(rows, "payer", i);
  const year = yearAt(rows, "year", i);
  const unit = nameAt(rows, "unit", i);
  if (outcome !== undefined && unit !== "" && !sameUnit(unit, outcome.unit)) {
    refuse(rows, i, "unit", "savings/unit-differs", { found: unit, expected: outcome.unit, outcome: outcome.name });
  }
  const amount = numberAt(rows, "amount", i);
  if (amount < 0 || Math.abs(amount) === Infinity) refuse(rows, i, "amount", "savings/price-negative", { found: amount });
  const { low, high } = rangeAt(rows, i, amount);
  const distribution = distributionAt(rows, i, amount);
  const capacity = capacityAt(rows, i);
  const share = numberAt(rows, "share", i);
  const shared = !Number.isNaN(share);
  if (shared && !(0 <= share && share <= 1)) refuse(rows, i, "share", "savings/share-outside", { found: share });
  const counts = countsAt(rows, i, effects);
  const basis = wordAt(rows, "basis", i, basisWords);
  const refund = wordAt(rows, "refund", i, refundWords);
  const [group, transferTo] = [spelledAt(rows, "group", "group", i), spelledAt(rows, "payer", "transferTo", i)];
  const grade = textAt(rows, "grade", i);
  if (transferTo !== "" && transferTo === payer) refuse(rows, i, "transferTo", "savings/transfer-to-self", { payer });
  if (transferTo !== "" && (capacity.step !== undefined || capacity.lag !== undefined)) {
    refuse(rows, i, capacity.step === undefined ? "lag" : "step", "savings/transfer-with-step", { payer, receiver: transferTo });
  }
  const { factor, stated } = priceLevelAt(rows, i, level);
  checkCurrency(rows, i, level);
  if (outcome === undefined) return undefined;
  const row: PriceRow = {
    ...{ consequence: outcome.name, payer, year, unit: outcome.unit, amount },
    ...(low !== undefined && { low, high }),
    ...(distribution && { distribution }),
    ...{ priceYear: level.priceYear, ...capacity },
    ...(group !== "" && { group }),
    ...(basis && { basis }),
    ...(transferTo !== "" && { transferTo }),
    ...(counts !== 1 && { counts }),
    ...(grade !== "" && { grade }),
    ...(stated && { stated }),
    ...{ source: textAt(rows, "source", i), origin: originAt(rows, i) },
  };
  return { row: scaledPrice(row, shared ? factor * share : factor), ...(shared && { share }), ...(refund && { refund }) };
}
