import { isoFromDay } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { patternUnit, periodPattern } from "./period-pattern.js";

it.each([
  ["{year}-K{quarter}", "2017-K3", "2017-07-01 2017-09-30"],
  ["K{quarter} {year}", "K1 2020", "2020-01-01 2020-03-31"],
  ["m{month}.{year}", "m9.2020", "2020-09-01 2020-09-30"],
  ["{year}{month}", "202012", "2020-12-01 2020-12-31"],
  ["fravær [{year}]", "fravær [2020]", "2020-01-01 2020-12-31"],
  ["{monthName} {year}", "Sept. 2021", "2021-09-01 2021-09-30"],
  ["{year}H{half}", "2021H2", "2021-07-01 2021-12-31"],
  ["{year}-{next}", "2011-12", "2011-08-01 2012-07-31"],
])("%s finds the days of %s", (pattern, text, days) => {
  const found = periodPattern(pattern)(text);
  expect(`${isoFromDay(found?.from as number)} ${isoFromDay(found?.to as number)}`).toBe(days);
});

it.each(["2017-K5", "2017-K", "x2017-K1", "2017-K1x", "2017.K1", ""])("%s is no header of {year}-K{quarter}", (header) => {
  expect(periodPattern("{year}-K{quarter}")(header)).toBeUndefined();
});

it.each([
  ["{year}", "year"],
  ["{year}/{next}", "school"],
  ["{monthName}{year}", "month"],
  ["{quarter}", undefined],
  ["{year}{quarter}{month}", undefined],
  ["{year}{year}", undefined],
  ["{year}-{kvartal}", undefined],
  ["{constructor}{year}", undefined],
])("%s names a %s", (pattern, unit) => {
  expect(patternUnit(pattern)).toBe(unit);
});
