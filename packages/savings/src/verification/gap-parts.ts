import { shapleyValues } from "../shapley-values.js";
import type { GapSource } from "./verification-value.js";

/** What an amount differs by where both sides state what it is the product of. */
export const SOURCES = ["volume", "effect", "price", "timing", "cashability"] as const satisfies readonly GapSource[];

/** One year of an amount: person-years · units fewer per person-year · price of a unit · share that can leave a budget. */
export interface YearParts {
  readonly personYears: number;
  readonly effect: number;
  readonly price: number;
  readonly cashability: number;
}

/** An amount as Σ_y starters · (person-years/starters) · effect · price · cashability; a year without anything is undefined. */
export interface AmountParts {
  readonly starters: number;
  readonly years: readonly (YearParts | undefined)[];
}

/**
 * To minus from, split by Shapley into the five sources, in their order. Starters are volume, person-years per starter timing. In a year
 * that one side has nothing in, it counts with no person-years and with the other's effect, price and cashability: not with differences
 * that nobody stated.
 *
 * @param from as many years as `to`, the same ones
 */
export function splitAmounts(from: AmountParts, to: AmountParts): number[] {
  const sides = [from, to];
  const values = from.years.flatMap((_, y) => {
    const pair = sides.map(({ years, starters }, s) => {
      const parts = years[y] ?? sides[1 - s].years[y];
      if (parts === undefined) return undefined;
      const timing = years[y] === undefined || starters === 0 ? 0 : parts.personYears / starters;
      return [starters, parts.effect, parts.price, timing, parts.cashability];
    });
    const [a, b] = pair;
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  return shapleyValues(SOURCES.length, (set) => {
    let value = 0;
    for (const pair of values) {
      let product = 1;
      for (let i = 0; i < SOURCES.length; i++) product *= pair[(set >> i) & 1][i];
      value += product;
    }
    return value;
  });
}
