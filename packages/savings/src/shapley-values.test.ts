import fc from "fast-check";
import { expect, test } from "vitest";
import { shapleyValues } from "./shapley-values.js";

/** All orders of 0 … n−1. */
function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, at) => [...order.slice(0, at), n - 1, ...order.slice(at)]),
  );
}

/** By definition: what each adds when its turn comes, averaged over all orders. */
function byOrders(n: number, value: (set: number) => number): number[] {
  const all = orders(n);
  const sums = new Array<number>(n).fill(0);
  for (const order of all) {
    let set = 0;
    for (const i of order) {
      sums[i] += value(set | (1 << i)) - value(set);
      set |= 1 << i;
    }
  }
  return sums.map((sum) => sum / all.length);
}

test("equals the average over all 120 orders of five players", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 32, maxLength: 32 }), (values) => {
      const found = shapleyValues(5, (set) => values[set]);
      for (const [i, part] of byOrders(5, (set) => values[set]).entries()) expect(Math.abs(found[i] - part)).toBeLessThan(1e-7);
      expect(Math.abs(found.reduce((a, b) => a + b, 0) - (values[31] - values[0]))).toBeLessThan(1e-7);
    }),
    { numRuns: 50 },
  );
});

test("published: the glove game, one left glove and two right ones, is 2/3, 1/6, 1/6", () => {
  const parts = shapleyValues(3, (set) => ((set & 1) === 1 && set > 1 ? 1 : 0));
  for (const [i, part] of [2 / 3, 1 / 6, 1 / 6].entries()) expect(parts[i]).toBeCloseTo(part, 14);
  expect(shapleyValues(1, (set) => 7 * set)).toEqual([7]);
});
