import { dayOf } from "@kontrafakt/base";
import fc from "fast-check";
import { expect, it } from "vitest";
import { dayOfMoment, dayOfUniversal, decimalNumber, wholeNumber } from "./typed-cell.js";

it("decimals are the doubles nearest to what their digits say", () => {
  expect(decimalNumber(115n, 2)).toBe(1.15);
  expect(decimalNumber(-1n, 2)).toBe(-0.01);
  expect(decimalNumber(7n, 0)).toBe(7);
  expect(decimalNumber(7n, -3)).toBe(7000);
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 1, max: 10 }), (value, scale) => {
      const digits = String(value < 0n ? -value : value).padStart(scale + 1, "0");
      const text = `${value < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      expect(decimalNumber(value, scale)).toBe(Number(text));
    }),
  );
});

it("whole numbers stay as they are where a double would change them", () => {
  expect(wholeNumber(9007199254740991n)).toBe(9007199254740991);
  expect(wholeNumber(9007199254740993n)).toBe(9007199254740993n);
});

it.each([
  ["2020-06-30T22:00:00Z", dayOf(2020, 6, 30), dayOf(2020, 7, 1)],
  ["2020-01-31T23:00:00Z", dayOf(2020, 1, 31), dayOf(2020, 2, 1)],
  ["2020-01-31T22:30:00Z", dayOf(2020, 1, 31), dayOf(2020, 1, 31)],
  ["1969-12-31T12:00:00Z", dayOf(1969, 12, 31), dayOf(1969, 12, 31)],
  ["2020-02-29T00:00:00Z", dayOf(2020, 2, 29), dayOf(2020, 2, 29)],
])("%s is a day by its clock and by the Nordic one", (iso, day, nordic) => {
  expect(dayOfMoment(Date.parse(iso))).toEqual({ day });
  expect(dayOfUniversal(Date.parse(iso))).toEqual({ day: nordic });
});
