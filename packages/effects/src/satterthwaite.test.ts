import { expect, it } from "vitest";
import { satterthwaite } from "./satterthwaite.js";

it("is Welch's for two parts, the own degrees of one, and NaN of none", () => {
  // (2 + 1)² / (4/4 + 1/2)
  expect(satterthwaite([2, 1], [4, 2])).toBe(6);
  expect(satterthwaite([3, 0], [7, 1])).toBeCloseTo(7, 12);
  expect(satterthwaite([3, 5], [Number.POSITIVE_INFINITY, 4])).toBeCloseTo(64 / (25 / 4), 12);
  expect(satterthwaite([], [])).toBeNaN();
  expect(satterthwaite([0, 0], [1, 1])).toBeNaN();
});
