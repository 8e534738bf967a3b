import type { MoneyFiles } from "../files/read-money.js";

/** Factor from the prices of one year to those of another; undefined where the index does not say. Nothing is converted within a year. */
export function indexRatio(index: MoneyFiles["index"], from: number, to: number): number | undefined {
  if (from === to) return 1;
  const level = (year: number) => index?.find((row) => row.year === year)?.index;
  const [before, after] = [level(from), level(to)];
  return before === undefined || after === undefined ? undefined : after / before;
}
