import fc from "fast-check";
import { expect, test } from "vitest";
import { dayFromIso } from "./days.js";
import { firstDayOfPeriod, periodLabel, periodOfDay, yearOfPeriod } from "./periods.js";

const units = ["month", "quarter", "year"] as const;

test("known periods", () => {
  const day = dayFromIso("2021-08-15");
  expect(units.map((unit) => periodLabel(periodOfDay(day, unit), unit))).toEqual(["2021-08", "2021Q3", "2021"]);
  expect(periodOfDay(day, "quarter")).toBe(4 * 2021 + 2);
  expect(firstDayOfPeriod(4 * 2021 + 2, "quarter")).toBe(dayFromIso("2021-07-01"));
  expect(periodLabel(7, "ordinal")).toBe("7");
});

test("a day lies from the first day of its period to the day before the next", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), fc.constantFrom(...units), (day, unit) => {
      const period = periodOfDay(day, unit);
      expect(firstDayOfPeriod(period, unit)).toBeLessThanOrEqual(day);
      expect(firstDayOfPeriod(period + 1, unit)).toBeGreaterThan(day);
    }),
  );
});

test("the year of a period is the year of its first day", () => {
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 30_000 }), fc.constantFrom(...units), (period, unit) => {
      expect(yearOfPeriod(period, unit)).toBe(yearOfPeriod(periodOfDay(firstDayOfPeriod(period, unit), "year"), "year"));
    }),
  );
  expect(yearOfPeriod(2004, "ordinal")).toBe(2004);
});
