import { expect, test } from "vitest";
import { breakEven, settledFrom } from "./break-even.js";

test("break-even is the first year from which the path stays at or above zero", () => {
  expect(settledFrom([-1, 0, 2])).toBe(1);
  expect(settledFrom([-1, 3, -1, 2])).toBe(3);
  expect(settledFrom([1, 1])).toBe(0);
  expect(settledFrom([1, -1])).toBe(2);
  expect(settledFrom([-1, Number.NaN])).toBe(2);
});

test("estimate, lower band and each draw have their own year", () => {
  const drawn = [Float64Array.of(-1, -1, 1, -1), Float64Array.of(2, -1, 1, 1), Float64Array.of(3, 1, 1, -2)];
  expect(breakEven([2021, 2022, 2023], [-5, 1, 2], [-9, -3, -1], drawn)).toEqual({
    year: 2022,
    surelyBy: null,
    share: [
      { year: 2021, share: 0.25 },
      { year: 2022, share: 0.5 },
      { year: 2023, share: 0.75 },
    ],
  });
});
