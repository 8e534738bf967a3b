import fc from "fast-check";
import { expect, it } from "vitest";
import { coarse, coarseMean } from "./coarse.js";

it.each([
  [3.1449, 1 / 61, 3.14],
  [3.1516, 1 / 61, 3.16],
  [14.28, 1 / 4, 14.5],
  [14.28, 0.2, 14.2],
  [-0.001, 0.01, 0],
  [1234, 30, 1250],
  [1234, 100, 1200],
  [1234, 101, 1200],
  [0.3, 0.1, 0.3],
  [7, 0, 7],
  [Number.NaN, 1, Number.NaN],
])("%d by steps not below %d is %d", (value, size, shown) => {
  expect(coarse(value, size)).toBe(shown);
});

it("never moves a figure by more than half a step, and the step is at most 2.5 times what was asked", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-4, max: 1e4, noNaN: true }),
      (value, size) => {
        expect(Math.abs(coarse(value, size) - value)).toBeLessThanOrEqual(1.25 * size * (1 + 1e-9) + 1e-9);
      },
    ),
  );
});

it("a mean of whole days over n people fits any number of people near n", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 400 }),
      fc.integer({ min: 0, max: 9000 }),
      fc.integer({ min: -4, max: 5 }),
      (n, sum, more) => {
        const shown = coarseMean(sum / n, n, 5);
        const people = n + more;
        const nearest = Math.round(shown * people) / people;
        expect(coarseMean(nearest, n, 5)).toBe(shown);
      },
    ),
  );
});
