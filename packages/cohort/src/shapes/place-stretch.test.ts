import fc from "fast-check";
import { expect, it } from "vitest";
import { studyWindow } from "../population/study-window.js";
import { placeStretch } from "./place-stretch.js";
import { monthsFrom } from "./stretch.js";

const window = studyWindow({ from: "2022-01-01", to: "2024-12-31", extract: "2025-01-31", period: "year" });
const quarters = studyWindow({ from: "2023-01-01", to: "2024-12-31", extract: "2025-01-31", period: "quarter" });
const schoolYear = monthsFrom(2023, 8, "school");

it("refuses to choose for a stretch that spans periods", () => {
  expect(placeStretch(schoolYear, window, undefined)).toBeUndefined();
});

it("puts a school year where it is told", () => {
  expect(placeStretch(schoolYear, window, "start")?.map(({ t, share }) => [t, share])).toEqual([[1, 1]]);
  expect(placeStretch(schoolYear, window, "end")?.map(({ t, share }) => [t, share])).toEqual([[2, 1]]);
  // 1 August to 31 December 2023 are 153 of the 366 days; 2024 has the larger part of the stretch and of its own days.
  expect(placeStretch(schoolYear, window, "share")?.map(({ t, share }) => [t, share])).toEqual([
    [1, 153 / 366],
    [2, 213 / 366],
  ]);
  expect(placeStretch(schoolYear, window, "repeat")?.map(({ t }) => t)).toEqual([2]);
  expect(placeStretch(schoolYear, quarters, "repeat")?.map(({ t }) => t)).toEqual([2, 3, 4, 5]);
  expect(placeStretch(monthsFrom(2019, 8, "school"), window, "share")).toEqual([]);
});

it("shares by days as a count of days does", () => {
  const first = quarters.starts[0] - 200;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1100 }), fc.integer({ min: 0, max: 500 }), (offset, length) => {
      const from = first + offset;
      const to = from + length;
      const counted = new Map<number, number>();
      for (let day = from; day <= to; day++) {
        for (let t = 0; t < 8; t++) {
          if (day >= quarters.starts[t] && day < quarters.starts[t + 1]) counted.set(t, (counted.get(t) ?? 0) + 1);
        }
      }
      const places = placeStretch({ from, to, unit: "school" }, quarters, "share") ?? [];
      expect(new Map(places.map(({ t, days }) => [t, days]))).toEqual(counted);
      const whole = [...counted.values()].reduce((a, b) => a + b, 0) === length + 1;
      if (whole) expect(places.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    }),
    { numRuns: 300 },
  );
});
