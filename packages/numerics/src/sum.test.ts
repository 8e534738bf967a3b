import fc from "fast-check";
import { expect, test } from "vitest";
import { dot, sum } from "./sum.js";

test("keeps what plain addition loses", () => {
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(sum(Array(10).fill(0.1))).toBe(1);
  expect([sum([]), sum([NaN, 1]), sum([Infinity, 1]), sum([-Infinity, 1, Infinity])]).toEqual([0, NaN, Infinity, NaN]);
});

test("exact for whole parts of very different size, in any order", () => {
  const part = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 50 }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const exact = parts.reduce((total, [m, e]) => total + BigInt(m) * (1n << BigInt(e)), 0n);
      expect(sum(parts.map(([m, e]) => m * 2 ** e))).toBe(Number(exact));
    }),
  );
});

test("inner product", () => {
  expect(dot([1, 2, 3], Float64Array.of(4, 5, 6))).toBe(32);
});
