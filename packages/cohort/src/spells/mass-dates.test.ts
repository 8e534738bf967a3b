import { dayOf, NO_DAY } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { massDates } from "./mass-dates.js";

/** Pseudo-random in [0, 1). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Dates as a municipality's: half on the first of a month, a tenth on 1 January and 1 August, the others any day. */
function ordinary(n: number, seed: number, years: number): number[] {
  const next = random(seed);
  return Array.from({ length: n }, () => {
    const year = 2015 + Math.floor(next() * years);
    const how = next();
    if (how < 0.1) return dayOf(year, next() < 0.5 ? 1 : 8, 1);
    const month = 1 + Math.floor(next() * 12);
    return how < 0.6 ? dayOf(year, month, 1) : dayOf(year, month, 1 + Math.floor(next() * 28));
  });
}

it.each([30, 300, 3000, 30_000])("raises no alarm at ordinary dates: %i a file", (n) => {
  for (let seed = 1; seed <= (n > 3000 ? 5 : 40); seed++) {
    for (const years of [1, 2, 5, 10]) expect(massDates(Int32Array.from(ordinary(n, seed, years)), 0.02)).toEqual([]);
  }
});

it("raises no alarm at the last day of years and months, nor at a small file of one day", () => {
  const next = random(7);
  const ends = Array.from({ length: 2000 }, () => {
    const year = 2015 + Math.floor(next() * 6);
    return next() < 0.4 ? dayOf(year, 12, 31) : dayOf(year, 6, 30);
  });
  expect(massDates(Int32Array.from(ends), 0.02)).toEqual([]);
  expect(massDates(new Int32Array(19).fill(dayOf(2020, 5, 12)), 0.02)).toEqual([]);
});

it.each([
  [2019, 3, 14, 100],
  [2019, 1, 1, 250],
  [2019, 6, 1, 220],
])("finds a migration on %i-%i-%i", (year, month, day, extra) => {
  const at = dayOf(year, month, day);
  const dates = [...ordinary(2000, 3, 8), ...new Array<number>(extra).fill(at), NO_DAY];
  const found = massDates(Int32Array.from(dates), 0.02);
  expect(found.map((d) => d.day)).toEqual([at]);
  expect(found[0].count).toBe(dates.filter((d) => d === at).length);
  expect(found[0].share).toBeCloseTo(found[0].count / 2100, 1);
});

it("finds spells cut at the first day of an export, and keeps to the share asked for", () => {
  const first = dayOf(2015, 1, 1);
  const dates = Int32Array.from([...ordinary(2000, 5, 8), ...new Array<number>(400).fill(first)]);
  expect(massDates(dates, 0.02).map((d) => d.day)).toEqual([first]);
  expect(massDates(dates, 0.5)).toEqual([]);
});
