import { expect, it } from "vitest";
import { periodPattern } from "../shapes/period-pattern.js";
import { wideColumns } from "./wide-columns.js";

const quarters = (write: (year: number, quarter: number) => string) =>
  [2019, 2020].flatMap((year) => [1, 2, 3, 4].map((quarter) => write(year, quarter)));

it.each([
  ["2019-K1 …", quarters((y, q) => `${y}-K${q}`), "{year}-K{quarter}", "quarter", "2019-01-01", "2020-12-31"],
  ["K1 2019 …", quarters((y, q) => `K${q} ${y}`), "K{quarter} {year}", "quarter", "2019-01-01", "2020-12-31"],
  ["fravær 2019Q1 …", quarters((y, q) => `fravær ${y}Q${q}`), "fravær {year}Q{quarter}", "quarter", "2019-01-01", "2020-12-31"],
  ["201911 …", ["201911", "201912", "202001"], "{year}{month}", "month", "2019-11-01", "2020-01-31"],
  ["okt 2019 …", ["okt 2019", "nov 2019", "dec 2019"], "{monthName} {year}", "month", "2019-10-01", "2019-12-31"],
  ["2018 …", ["2018", "2019", "2020"], "{year}", "year", "2018-01-01", "2020-12-31"],
])("%s", (_, headers, pattern, period, from, to) => {
  const [found, ...others] = wideColumns(["id", ...headers, "note"]);
  expect(others).toEqual([]);
  expect(found).toEqual({ pattern, period, columns: headers.length, first: headers[0], last: headers.at(-1), from, to });
  const reads = periodPattern(pattern);
  expect(headers.every((header) => reads(header) !== undefined)).toBe(true);
});

it("a number that goes beyond four is a month, though it begins as a quarter might", () => {
  const headers = ["2020-1", "2020-2", "2020-3", "2020-4", "2020-5"];
  expect(wideColumns(headers)[0]).toMatchObject({ pattern: "{year}-{month}", period: "month" });
});

it.each([
  [["born 2017", "school"]],
  [["before 2016", "before 2017"]],
  [["a 2010", "a 2015", "a 2020"]],
  [["__proto__", "{year}", "constructor"]],
])("%j is no wide file", (headers) => {
  expect(wideColumns(headers)).toEqual([]);
});
