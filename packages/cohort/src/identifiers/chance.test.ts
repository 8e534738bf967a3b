import { daysInMonth } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { CHANCE } from "./find-identifiers.js";
import type { Family } from "./identifier.js";
import { identify } from "./identify.js";

const TRIALS = 100_000;

/** Uniform integers below a bound (Lehmer's generator, seeded). */
function uniform(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

function digits(random: (below: number) => number, count: number): string {
  let text = "";
  for (let i = 0; i < count; i++) text += random(10);
  return text;
}

/** Days of the calendar in a year, month by month. */
function daysOf(year: number): number {
  let days = 0;
  for (let month = 1; month <= 12; month++) days += daysInMonth(year, month);
  return days;
}

const sum = (from: number, to: number, f: (i: number) => number): number => {
  let total = 0;
  for (let i = from; i <= to; i++) total += f(i);
  return total;
};

/** CPR-kontoret's table: century by the seventh digit and the year. */
const danishYear = (seventh: number, yy: number): number =>
  yy + (seventh <= 3 ? 1900 : seventh === 4 || seventh === 9 ? (yy < 37 ? 2000 : 1900) : yy < 58 ? 2000 : 1800);

const TWO_DIGIT_DAYS = sum(0, 99, (yy) => daysOf(2000 + yy));

/** What random text of the form may pass: dates among those that can be written × check digits among those that can be. */
const allowed: readonly [what: string, family: Family, draw: (random: (below: number) => number) => string, rate: number][] = [
  [
    "Danish, ten digits: dates twice (60 added), no check digit",
    "dk",
    (random) => digits(random, 10),
    (2 * sum(0, 9, (seventh) => sum(0, 99, (yy) => daysOf(danishYear(seventh, yy))))) / 10_000_000,
  ],
  [
    "Swedish, ten digits: dates twice, 999 of 1000 birth numbers, one check digit of ten",
    "se",
    (random) => digits(random, 10),
    ((2 * TWO_DIGIT_DAYS) / 1_000_000) * 0.999 * 0.1,
  ],
  [
    "Swedish, twelve digits beginning 19",
    "se",
    (random) => `19${digits(random, 10)}`,
    ((2 * sum(1900, 1999, daysOf)) / 1_000_000) * 0.999 * 0.1,
  ],
  [
    "Norwegian, eleven digits: day twice, month four times, four remainders of eleven and one of eleven; or 80 and up, both remainders",
    "no",
    (random) => digits(random, 11),
    ((2 * 4 * TWO_DIGIT_DAYS) / 1_000_000) * (4 / 121) + 0.2 / 121,
  ],
  [
    "DUF, twelve digits beginning 20: eleven remainders written as one of a hundred",
    "duf",
    (random) => `20${digits(random, 10)}`,
    0.01,
  ],
  [
    "Finnish: dates by mark, 998 of 1000 serial numbers, one check character of 31",
    "fi",
    (random) =>
      `${digits(random, 6)}${"+-YXWVUABCDEF"[random(13)]}${digits(random, 3)}${"0123456789ABCDEFHJKLMNPRSTUVWXY"[random(31)]}`,
    ((sum(1800, 1899, daysOf) + 6 * sum(1900, 1999, daysOf) + 6 * sum(2000, 2099, daysOf)) / 13 / 1_000_000) * 0.998 * (1 / 31),
  ],
];

it.each(allowed)("%s", (_, family, draw, rate) => {
  const random = uniform(20250131);
  let passed = 0;
  for (let i = 0; i < TRIALS; i++) if (identify(draw(random), {}, family)?.valid) passed++;
  const error = Math.sqrt((rate * (1 - rate)) / TRIALS);
  expect(Math.abs(passed / TRIALS - rate)).toBeLessThan(3 * error);
});

it("columns are judged by chances not below those of their numbers", () => {
  expect(CHANCE.dk).toBeCloseTo(allowed[0][3], 4);
  expect(CHANCE).toMatchObject({ se: 0.1, no: 4 / 121, duf: 0.01, fi: 1 / 31 });
});
