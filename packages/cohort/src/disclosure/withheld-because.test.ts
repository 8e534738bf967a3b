import fc from "fast-check";
import { expect, it } from "vitest";
import { contributions } from "./contributions.js";
import { NO_RULES } from "./rules.js";
import { withheldBecause } from "./withheld-because.js";

const of = (values: readonly number[], keep?: number) => {
  const all = contributions(keep);
  for (const value of values) all.add(value);
  return all.finish();
};
const rules = { ...NO_RULES, smallCell: 5, pPercent: 10 };

it("keeps the largest contributions by size", () => {
  expect(of([3, -9, 0, Number.NaN, 4, 9, 1])).toEqual({ people: 6, notZero: 5, total: 26, largest: [9, 9, 4] });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 })), fc.integer({ min: 2, max: 6 }), (values, keep) => {
      const sorted = values.map(Math.abs).sort((a, b) => b - a);
      expect(of(values, keep).largest).toEqual(Array.from({ length: keep }, (_, i) => sorted[i] ?? 0));
    }),
  );
});

it.each([
  ["nobody", [0, 0, 0, 0, 0, 0], "few"],
  ["four people", [10, 10, 10, 10, 0, 0], "few"],
  ["five alike", [10, 10, 10, 10, 10, 0], undefined],
  ["a large one, and the second largest knows it within 8%", [100, 50, 5, 2, 1], "p-percent"],
  ["a large one, known within 10% only", [100, 50, 5, 3, 2], undefined],
] as const)("%s", (_, values, reason) => {
  expect(withheldBecause(of(values), rules)).toBe(reason);
});

it("finds totals in which few dominate", () => {
  const cell = of([60, 20, 10, 5, 5]);
  const dominance = (n: number, share: number) => withheldBecause(cell, { ...NO_RULES, dominance: [{ n, share }] });
  expect([dominance(1, 0.6), dominance(1, 0.59), dominance(2, 0.8), dominance(2, 0.75)]).toEqual([
    undefined,
    "dominance",
    undefined,
    "dominance",
  ]);
});

it("of yes and no, withholds where nearly all have it", () => {
  const shares = (yes: number, no: number) => of([...new Array(yes).fill(1), ...new Array(no).fill(0)]);
  expect([
    withheldBecause(shares(20, 0), rules, true),
    withheldBecause(shares(20, 4), rules, true),
    withheldBecause(shares(20, 5), rules, true),
  ]).toEqual(["all", "all", undefined]);
});

it("keeps what it is for: with p%, the second largest cannot bound the largest within p percent", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 12 }), (values) => {
      if (withheldBecause(of(values), rules) !== undefined) return;
      const [largest, second] = values.sort((a, b) => b - a);
      const bound = values.reduce((a, b) => a + b, 0) - second;
      expect(bound).toBeGreaterThanOrEqual(1.1 * largest - 1e-9);
    }),
  );
});

it("where no rule is set, nothing is withheld", () => {
  expect(withheldBecause(of([]), NO_RULES)).toBeUndefined();
  expect(withheldBecause(of([7]), NO_RULES)).toBeUndefined();
});
