import { type Problem, problem } from "@kontrafakt/base";
import type { PersonSums } from "../account/person-sums.js";
import type { PriceRow } from "../savings-value.js";

/**
 * Prices with rows for years after the window too: the year's own where the file has it, else the last one known before it, since prices are
 * fixed. Which were carried on is told.
 *
 * @param later how the last known ones are split by refund rules that change after them
 */
export function pricesAfterWindow(
  prices: readonly PriceRow[],
  { years, assumed, consequences, used }: PersonSums,
  later: readonly PriceRow[] = [],
): { readonly prices: readonly PriceRow[]; readonly problems: readonly Problem[] } {
  const Y = years.length;
  const added: PriceRow[] = [];
  const carried = new Map<string, number>();
  const seen = new Set<string>();
  for (const { consequence, payer, transferTo, refunded } of prices) {
    const same = (row: PriceRow) =>
      row.consequence === consequence &&
      row.payer === payer &&
      row.transferTo === transferTo &&
      row.refunded?.side === refunded?.side &&
      row.refunded?.payer === refunded?.payer &&
      row.refunded?.by === refunded?.by;
    const key = JSON.stringify([consequence, payer, transferTo, refunded?.side, refunded?.payer, refunded?.by]);
    if (seen.has(key)) continue;
    seen.add(key);
    const own = prices.filter(same);
    const turned = later.filter(same);
    const c = consequences.indexOf(consequence);
    years.forEach((year, y) => {
      if (assumed[y] === 0 || c < 0 || used[c * Y + y] === 0 || own.some((row) => row.year === year)) return;
      const before = own.filter((row) => row.year < year);
      if (before.length === 0) return;
      const last = before.reduce((a, b) => (a.year > b.year ? a : b));
      const split = turned.filter((row) => row.year <= year).reduce((a, b) => (a.year > b.year ? a : b), last);
      added.push({ ...split, year });
      if (!Number.isNaN(last.amount)) carried.set(consequence, Math.max(last.year, carried.get(consequence) ?? last.year));
    });
  }
  if (added.length === 0) return { prices, problems: [] };
  const problems = Array.from(carried, ([consequence, year]) =>
    problem("savings/price-carried-on", "note", {}, { consequence, year }),
  );
  return { prices: [...prices, ...added], problems };
}
