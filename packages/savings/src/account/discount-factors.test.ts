import { expect, test } from "vitest";
import { discountFactors } from "./discount-factors.js";

test("3.5% from the base year", () => {
  const [before, base, one, two] = discountFactors({ rate: 0.035, baseYear: 2021 }, [2020, 2021, 2022, 2023]);
  expect(before).toBeCloseTo(1.035, 14);
  expect(base).toBe(1);
  expect(one).toBeCloseTo(1 / 1.035, 14);
  expect(two).toBeCloseTo(1 / (1.035 * 1.035), 14);
});

test("a stepped rate is carried forward: year 31 is year 30 over 1.03", () => {
  const rate = [
    { fromYear: 0, rate: 0.035 },
    { fromYear: 31, rate: 0.03 },
    { fromYear: 76, rate: 0.025 },
  ];
  const years = Array.from({ length: 81 }, (_, t) => 2000 + t);
  const factors = discountFactors({ rate, baseYear: 2000 }, years);
  expect(factors[31]).toBeCloseTo(factors[30] / 1.03, 14);
  expect(factors[76]).toBeCloseTo(factors[75] / 1.025, 14);
  // 1.035^-30, that over 1.03, over 1.03^45, over 1.025 once more: to four places with a desk calculator
  expect(factors[30]).toBeCloseTo(0.3563, 4);
  expect(factors[31]).toBeCloseTo(0.3459, 4);
  expect(factors[75]).toBeCloseTo(0.0942, 4);
  expect(factors[76]).toBeCloseTo(0.0919, 4);
});
