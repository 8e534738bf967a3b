import fc from "fast-check";
import { expect, test } from "vitest";
import { type AmountParts, SOURCES, splitAmounts, type YearParts } from "./gap-parts.js";

const year = fc.record({
  personYears: fc.double({ min: 0, max: 200, noNaN: true }),
  effect: fc.double({ min: -50, max: 50, noNaN: true }),
  price: fc.double({ min: 0, max: 5000, noNaN: true }),
  cashability: fc.double({ min: 0, max: 1, noNaN: true }),
});
const amount = (of: fc.Arbitrary<YearParts | undefined>) =>
  fc.record({ starters: fc.double({ min: 1, max: 300, noNaN: true }), years: fc.array(of, { minLength: 3, maxLength: 3 }) });
const whole = amount(year);

const totalOf = ({ years }: AmountParts) =>
  years.reduce((sum, p) => sum + (p ? p.personYears * p.effect * p.price * p.cashability : 0), 0);
const sizeOf = (a: AmountParts, b: AmountParts) =>
  1 + Math.max(...[a, b].flatMap(({ years, starters }) => years.map((p) => starters * (p ? p.personYears : 0)))) * 1e6;

/** By definition, over all 120 orders: each factor is changed from one side's to the other's in its turn. */
function byOrders(from: AmountParts, to: AmountParts): number[] {
  const factors = (a: AmountParts) =>
    a.years.map((p) => {
      const { personYears, effect, price, cashability } = p as YearParts;
      return [a.starters, effect, price, personYears / a.starters, cashability];
    });
  const [before, after] = [factors(from), factors(to)];
  const value = (changed: readonly number[]) =>
    before.reduce((sum, f, y) => sum + f.reduce((product, x, i) => product * (changed.includes(i) ? after[y][i] : x), 1), 0);
  const permutations = (rest: number[]): number[][] =>
    rest.length === 0 ? [[]] : rest.flatMap((i) => permutations(rest.filter((j) => j !== i)).map((p) => [i, ...p]));
  const all = permutations([0, 1, 2, 3, 4]);
  const parts = [0, 0, 0, 0, 0];
  for (const order of all) {
    order.forEach((i, at) => {
      parts[i] += value(order.slice(0, at + 1)) - value(order.slice(0, at));
    });
  }
  expect(all).toHaveLength(120);
  return parts.map((part) => part / 120);
}

test("equals the average over all 120 orders in which the factors may be changed", () => {
  fc.assert(
    fc.property(whole, whole, (from, to) => {
      const close = 1e-12 * sizeOf(from, to);
      const found = splitAmounts(from, to);
      for (const [i, part] of byOrders(from, to).entries()) expect(Math.abs(found[i] - part)).toBeLessThan(close);
    }),
    { numRuns: 25 },
  );
});

test("parts sum to the difference, turn sign with the direction, and are 0 between equals; years may be empty", () => {
  const gappy = amount(fc.option(year, { nil: undefined }));
  fc.assert(
    fc.property(gappy, gappy, (from, to) => {
      const close = 1e-12 * sizeOf(from, to);
      const parts = splitAmounts(from, to);
      const sum = parts.reduce((a, b) => a + b, 0);
      expect(Math.abs(sum - (totalOf(to) - totalOf(from)))).toBeLessThan(close);
      for (const [i, part] of splitAmounts(to, from).entries()) expect(Math.abs(part + parts[i])).toBeLessThan(close);
      for (const part of splitAmounts(from, from)) expect(Math.abs(part)).toBe(0);
    }),
    { numRuns: 100 },
  );
});

// All else alike: with twice the starters person-years double too.
const change: Record<(typeof SOURCES)[number], (a: AmountParts) => AmountParts> = {
  volume: ({ starters, years }) => ({
    starters: 2 * starters,
    years: years.map((p) => p && { ...p, personYears: 2 * p.personYears }),
  }),
  effect: (a) => ({ ...a, years: a.years.map((p) => p && { ...p, effect: p.effect + 3 }) }),
  price: (a) => ({ ...a, years: a.years.map((p) => p && { ...p, price: p.price * 1.2 }) }),
  timing: (a) => ({ ...a, years: a.years.map((p) => p && { ...p, personYears: p.personYears * 0.7 }) }),
  cashability: (a) => ({ ...a, years: a.years.map((p) => p && { ...p, cashability: p.cashability * 0.5 }) }),
};

test.each(SOURCES)("where only %s differs, all of the gap is its", (source) => {
  fc.assert(
    fc.property(whole, (from) => {
      const to = change[source](from);
      const close = 1e-12 * sizeOf(from, to);
      splitAmounts(from, to).forEach((part, i) => {
        expect(Math.abs(part - (SOURCES[i] === source ? totalOf(to) - totalOf(from) : 0))).toBeLessThan(close);
      });
    }),
    { numRuns: 50 },
  );
});

test("a year that nobody claimed is timing alone where starters are the same", () => {
  const seen: YearParts = { personYears: 10, effect: 4, price: 100, cashability: 1 };
  const parts = splitAmounts({ starters: 20, years: [seen, undefined] }, { starters: 20, years: [seen, seen] });
  for (const [i, source] of SOURCES.entries()) expect(parts[i]).toBeCloseTo(source === "timing" ? 4000 : 0, 9);
});
