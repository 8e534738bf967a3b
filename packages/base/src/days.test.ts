import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf, dayFromIso, dayOf, daysInMonth, isLeapYear, isoFromDay, NO_DAY } from "./days.js";

describe("days", () => {
  test("known dates", () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(1969, 12, 31)).toBe(-1);
    expect(dayOf(2000, 3, 1)).toBe(11017);
    expect(dayFromIso("2026-11-21")).toBe(20778);
    expect(dateOf(11016)).toEqual({ year: 2000, month: 2, day: 29 });
  });

  test("agrees with the engine's calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 2_900_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(dateOf(day)).toEqual(parts);
        expect(dayOf(parts.year, parts.month, parts.day)).toBe(day);
      }),
    );
  });

  test("iso text goes round", () => {
    fc.assert(fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => dayFromIso(isoFromDay(day)) === day));
  });

  test("leap years", () => {
    expect([1900, 2000, 2023, 2024, 2100, 2400].map(isLeapYear)).toEqual([false, true, false, true, false, true]);
    expect(daysInMonth(2024, 2)).toBe(29);
    expect(daysInMonth(1900, 2)).toBe(28);
  });

  test.each([
    "2023-02-29",
    "2023-13-01",
    "2023-00-10",
    "2023-04-31",
    "2023-4-1",
    "23-04-01",
    "2023-04-01T00:00",
    "",
    "2023-04-00",
  ])("%j is no day", (text) => expect(dayFromIso(text)).toBe(NO_DAY));

  test("what is not a whole number is no day", () => {
    const wrong: [number, number, number][] = [
      [2020, 1.5, 1],
      [2020, 1, 1.5],
      [NaN, 1, 1],
      [2020, NaN, 1],
      [2020, 1, NaN],
    ];
    for (const [year, month, day] of wrong) expect(dayOf(year, month, day)).toBe(NO_DAY);
  });

  test("a missing day is written as nothing and fits an Int32Array", () => {
    expect(isoFromDay(NO_DAY)).toBe("");
    expect(Int32Array.of(NO_DAY)[0]).toBe(NO_DAY);
  });
});
