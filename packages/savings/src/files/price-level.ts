import type { PriceRow } from "../savings-value.js";
import type { IndexRow } from "./read-index.js";
import { numberAt, type Rows, refuse, shown, textAt } from "./rows.js";

/** The account's price year and currency, and the index that converts other years to it. */
export interface PriceLevel {
  readonly priceYear: number;
  readonly currency: string;
  readonly index?: readonly IndexRow[];
}

export interface Converted {
  readonly factor: number;
  /** Present where the file's price year is another. */
  readonly stated?: NonNullable<PriceRow["stated"]>;
}

/** Factor from the row's price year to the account's: C_y = C_b · I_y / I_b. Refused where no index has both years. */
export function priceLevelAt(rows: Rows, i: number, { priceYear, index }: PriceLevel): Converted {
  const found = numberAt(rows, "priceYear", i);
  if (found === priceYear) return { factor: 1 };
  if (index === undefined || !Number.isInteger(found)) {
    refuse(rows, i, "priceYear", "savings/price-year-differs", { found: shown(found), expected: priceYear });
    return { factor: 1 };
  }
  const levelOf = (year: number) => index.find((row) => row.year === year)?.index;
  const [from, to] = [levelOf(found), levelOf(priceYear)];
  if (from !== undefined && to !== undefined) return { factor: to / from, stated: { priceYear: found, factor: to / from } };
  const missing = [found, priceYear].filter((year) => levelOf(year) === undefined).join(", ");
  const known = index.map((row) => row.year).join(", ");
  refuse(rows, i, "priceYear", "savings/index-year-missing", { found, expected: priceYear, missing, known });
  return { factor: 1 };
}

/** One currency an account. */
export function checkCurrency(rows: Rows, i: number, { currency }: PriceLevel): void {
  const found = textAt(rows, "currency", i);
  if (found !== "" && found.toUpperCase() !== currency)
    refuse(rows, i, "currency", "savings/currency-differs", { found, expected: currency });
}
