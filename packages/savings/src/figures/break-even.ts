import type { BreakEven } from "../savings-value.js";

/** First index from which every value is at or above zero to the end; the length if none. */
export function settledFrom(values: ArrayLike<number>): number {
  let from = values.length;
  while (from > 0 && values[from - 1] >= 0) from--;
  return from;
}

/**
 * When discounted cumulative net turned, for good within the observed years, to zero or above.
 *
 * @param cumulative by year, and its lower simultaneous band
 * @param drawn `drawn[y][d]`: the same in each draw, prices uncertain too
 */
export function breakEven(
  years: readonly number[],
  cumulative: readonly number[],
  lowerBand: readonly number[],
  drawn: readonly Float64Array[],
): BreakEven {
  const yearAt = (index: number) => (index < years.length ? years[index] : null);
  const draws = drawn[0].length;
  const settled = new Float64Array(years.length);
  const path = new Float64Array(years.length);
  for (let d = 0; d < draws; d++) {
    for (let y = 0; y < years.length; y++) path[y] = drawn[y][d];
    for (let y = settledFrom(path); y < years.length; y++) settled[y]++;
  }
  return {
    year: yearAt(settledFrom(cumulative)),
    surelyBy: yearAt(settledFrom(lowerBand)),
    share: years.map((year, y) => ({ year, share: settled[y] / draws })),
  };
}
