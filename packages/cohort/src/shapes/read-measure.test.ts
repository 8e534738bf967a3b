import { periodLabel } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { headerPattern } from "./read-measure.js";

it.each([
  ["{year}-K{quarter}", "quarter", "2017-K3", "2017Q3"],
  ["K{quarter} {year}", "quarter", "K1 2020", "2020Q1"],
  ["m{month}.{year}", "month", "m9.2020", "2020-09"],
  ["{year}{month}", "month", "202012", "2020-12"],
  ["fravær [{year}]", "year", "fravær [2020]", "2020"],
] as const)("%s finds the period of a header", (pattern, unit, header, label) => {
  expect(periodLabel(headerPattern(pattern, unit)(header) as number, unit)).toBe(label);
});

it.each(["2017-K5", "2017-K", "x2017-K1", "2017-K1x", "2017.K1", ""])("%s is no header of {year}-K{quarter}", (header) => {
  expect(headerPattern("{year}-K{quarter}", "quarter")(header)).toBeUndefined();
});
