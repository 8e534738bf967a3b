import { dayOf, NO_DAY } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { parseDay } from "./parse-day.js";

it.each([
  "01-02-2003",
  "1-2-2003",
  "01.02.2003",
  "01/02/2003",
  "2003-02-01",
  "2003/02/01",
  "20030201",
  "2003-02-01T00:00:00",
  "01-02-2003 12:30",
])("%s is 1 February 2003", (text) => {
  expect(parseDay(text)).toBe(dayOf(2003, 2, 1));
});

it.each([
  "31-02-2003",
  "29-02-2003",
  "01-13-2003",
  "00-01-2003",
  "1-2-03",
  "2003-02",
  "200302011",
  "01-02/2003",
  "ukendt",
  "",
  "44567",
])("%s is no date", (text) => {
  expect(parseDay(text)).toBe(NO_DAY);
});

it("reads a declared form alone", () => {
  expect(parseDay("02/13/2003", "mm/dd/yyyy")).toBe(dayOf(2003, 2, 13));
  expect(parseDay("13/02/2003", "mm/dd/yyyy")).toBe(NO_DAY);
  expect(parseDay("13.02.2003", "dd-mm-yyyy")).toBe(NO_DAY);
  expect(parseDay("20030213", "dd-mm-yyyy")).toBe(NO_DAY);
  expect(parseDay("13-02-2003", "dd-mm-yyyy")).toBe(dayOf(2003, 2, 13));
});
