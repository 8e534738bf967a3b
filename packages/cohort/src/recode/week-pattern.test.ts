import { dayFromIso, NO_DAY } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { isWeekPattern, weekPattern } from "./week-pattern.js";

it.each([
  ["y_{yy}{week}", "y_0801", "2007-12-31"],
  ["y_{yy}{week}", "Y_0953", "2009-12-28"],
  ["y_{yy}{week}", "y_9131", "1991-07-29"],
  ["Uge {week} {year}", "Uge 1 2024", "2024-01-01"],
  ["{year}-W{week}", "2020-W53", "2020-12-28"],
])("%s reads %s as the week of %s", (pattern, header, monday) => {
  expect(weekPattern(pattern)(header)).toBe(dayFromIso(monday));
});

it("leaves other headers alone and tells weeks that do not exist", () => {
  const read = weekPattern("y_{yy}{week}");
  for (const header of ["y_0800", "y_0854", "y_08", "br_0801", "y_08011", "xy_0801"]) expect(read(header)).toBeUndefined();
  expect(read("y_0853")).toBe(NO_DAY);
});

it("reads signs of expressions as they stand", () => {
  expect(weekPattern("a.b({yy}){week}")("axb(08)01")).toBeUndefined();
  expect(weekPattern("a.b({yy}){week}")("a.b(08)01")).toBe(dayFromIso("2007-12-31"));
});

it("needs one year and one week", () => {
  expect(["y_{yy}{week}", "{week}/{year}"].every(isWeekPattern)).toBe(true);
  expect(["y{year}", "{week}", "{yy}{year}{week}", "{week}{week}{yy}"].some(isWeekPattern)).toBe(false);
});
