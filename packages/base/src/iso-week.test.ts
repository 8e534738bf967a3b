import { describe, expect, it } from "vitest";
import { dayFromIso, dayOf, isoFromDay, NO_DAY } from "./days.js";
import { isoWeek, mondayOf, mondayOfIsoWeek, weeksInIsoYear } from "./iso-week.js";

describe("ISO weeks", () => {
  // The pairs of the ISO 8601 article's table of days around New Year.
  it.each([
    ["1977-01-01", 1976, 53],
    ["1977-01-02", 1976, 53],
    ["1977-12-31", 1977, 52],
    ["1978-01-01", 1977, 52],
    ["1978-01-02", 1978, 1],
    ["1978-12-31", 1978, 52],
    ["1979-01-01", 1979, 1],
    ["1979-12-30", 1979, 52],
    ["1979-12-31", 1980, 1],
    ["1980-01-01", 1980, 1],
    ["1980-12-28", 1980, 52],
    ["1980-12-29", 1981, 1],
    ["1981-12-31", 1981, 53],
    ["1982-01-03", 1981, 53],
    ["1982-01-04", 1982, 1],
    ["2008-12-29", 2009, 1],
    ["2010-01-03", 2009, 53],
    ["2024-12-30", 2025, 1],
    ["1969-12-29", 1970, 1],
  ])("%s is in %d week %d", (day, year, week) => {
    expect(isoWeek(dayFromIso(day))).toEqual({ year, week });
  });

  it("begins on the Monday that it gives", () => {
    expect(isoFromDay(mondayOfIsoWeek(2008, 1))).toBe("2007-12-31");
    expect(isoFromDay(mondayOfIsoWeek(2020, 53))).toBe("2020-12-28");
    expect(isoFromDay(mondayOfIsoWeek(2021, 1))).toBe("2021-01-04");
  });

  it("has the years of 53 weeks of 2000–2030", () => {
    const long = Array.from({ length: 31 }, (_, i) => 2000 + i).filter((year) => weeksInIsoYear(year) === 53);
    expect(long).toEqual([2004, 2009, 2015, 2020, 2026]);
  });

  it("refuses weeks that a year does not have", () => {
    for (const [year, week] of [
      [2021, 53],
      [2020, 54],
      [2020, 0],
      [2020, 1.5],
      [Number.NaN, 1],
    ])
      expect(mondayOfIsoWeek(year, week)).toBe(NO_DAY);
  });

  it("numbers a century of days one by one", () => {
    let [year, week] = [1949, 52];
    let monday = dayOf(1949, 12, 26);
    for (let day = monday; day < dayOf(2050, 1, 1); day++) {
      if (day === monday + 7) {
        monday = day;
        const thursday = isoFromDay(day + 3);
        if (Number(thursday.slice(0, 4)) !== year) [year, week] = [year + 1, 1];
        else week++;
      }
      const found = { monday: mondayOf(day), ...isoWeek(day) };
      const isRight = found.monday === monday && found.year === year && found.week === week;
      if (!isRight) expect([isoFromDay(day), found]).toEqual([isoFromDay(day), { monday, year, week }]);
      if (day === monday && mondayOfIsoWeek(year, week) !== monday) expect(mondayOfIsoWeek(year, week)).toBe(monday);
    }
  });
});
