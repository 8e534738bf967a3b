import type { PriceRow } from "@kontrafakt/savings";
import { type Place, sumOf } from "./calculation-value.js";
import type { Inputs } from "./input-sheets.js";

/** A price or share as a formula on the sheet of prices, and its value. */
export type Sum = ReturnType<typeof sumOf>;

/**
 * What a payer pays for a unit of a consequence in a year, less what it receives of others, and the cashable share of that. After the window
 * the last price known goes on where the year has none.
 */
export function linePrice(
  rows: readonly PriceRow[],
  { prices }: Inputs,
  asked: { readonly consequence: string; readonly payer: string; readonly year: number; readonly assumed: boolean },
): { readonly price: Sum; readonly share: Sum } {
  const { consequence, payer, year, assumed } = asked;
  const chosen = new Map<string, number>();
  rows.forEach((row, i) => {
    const concerns = row.consequence === consequence && (row.payer === payer || row.transferTo === payer);
    if (!concerns || !Number.isFinite(row.amount) || (assumed ? row.year > year : row.year !== year)) return;
    const key = JSON.stringify([row.payer, row.transferTo, row.refunded?.side, row.refunded?.payer, row.refunded?.by]);
    const before = chosen.get(key);
    if (before === undefined || rows[before].year <= row.year) chosen.set(key, i);
  });
  const found = [...chosen.values()].map((i) => ({ ...prices[i], weight: rows[i].payer === payer ? 1 : -1 }));
  const price = sumOf(found.map(({ price, weight }) => ({ ...price, weight })));
  if (found.length === 1) {
    const [{ cashable }] = found;
    return { price, share: { formula: cashable.at, value: cashable.value } };
  }
  if (price.value === 0) return { price, share: { formula: "0", value: 0 } };
  const cashed = sumOf(
    found.map((one): Place & { weight: number } => ({ ...times(one.price, one.cashable), weight: one.weight })),
  );
  return { price, share: { formula: `(${cashed.formula})/(${price.formula})`, value: cashed.value / price.value } };
}

const times = (a: Place, b: Place): Place => ({ at: `${a.at}*${b.at}`, value: a.value * b.value });
