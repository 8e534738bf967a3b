import { isoFromDay } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { periodTexts } from "./period-texts.js";
import type { Stretch } from "./stretch.js";

const shown = (stretch: Stretch | undefined) =>
  stretch === undefined ? "nothing" : `${isoFromDay(stretch.from)} ${isoFromDay(stretch.to)} ${stretch.unit}`;
const read = (text: string) => shown(periodTexts([text], 8).stretches[0]);

it.each([
  ["2023", "2023-01-01 2023-12-31 year"],
  ["2023Q1", "2023-01-01 2023-03-31 quarter"],
  ["2023-K2", "2023-04-01 2023-06-30 quarter"],
  ["K3 2023", "2023-07-01 2023-09-30 quarter"],
  ["1. kvartal 2024", "2024-01-01 2024-03-31 quarter"],
  ["2. kvt. 2023", "2023-04-01 2023-06-30 quarter"],
  ["2023 4. kvartal", "2023-10-01 2023-12-31 quarter"],
  ["kvartal 4 2023", "2023-10-01 2023-12-31 quarter"],
  ["3rd quarter 2023", "2023-07-01 2023-09-30 quarter"],
  ["2023H2", "2023-07-01 2023-12-31 half"],
  ["1. halvår 2023", "2023-01-01 2023-06-30 half"],
  ["2024-02", "2024-02-01 2024-02-29 month"],
  ["202302", "2023-02-01 2023-02-28 month"],
  ["2023M02", "2023-02-01 2023-02-28 month"],
  ["02.2023", "2023-02-01 2023-02-28 month"],
  ["jan 2023", "2023-01-01 2023-01-31 month"],
  ["Maj-2023", "2023-05-01 2023-05-31 month"],
  ["mars 2023", "2023-03-01 2023-03-31 month"],
  ["desember 2023", "2023-12-01 2023-12-31 month"],
  ["augusti 2023", "2023-08-01 2023-08-31 month"],
  ["2023 okt.", "2023-10-01 2023-10-31 month"],
  ["2023/24", "2023-08-01 2024-07-31 school"],
  ["2023/2024", "2023-08-01 2024-07-31 school"],
  ["skoleåret 2023/24", "2023-08-01 2024-07-31 school"],
  ["1999/00", "1999-08-01 2000-07-31 school"],
  ["2023W01", "2023-01-02 2023-01-08 week"],
  ["2020 uge 53", "2020-12-28 2021-01-03 week"],
  ["2021W53", "nothing"],
  ["01-04-2023", "2023-04-01 2023-04-01 day"],
  ["2023-04-01", "2023-04-01 2023-04-01 day"],
  ["2023/25", "nothing"],
  ["2023Q5", "nothing"],
  ["2023-13", "nothing"],
  ["23Q1", "nothing"],
  ["I alt", "nothing"],
  ["", "nothing"],
])("%s is %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

it("reads 2011-12 as the rest of the column says", () => {
  expect(periodTexts(["2011-12", "2012-13"], 8).stretches.map(shown)).toEqual([
    "2011-08-01 2012-07-31 school",
    "2012-08-01 2013-07-31 school",
  ]);
  expect(periodTexts(["2011-12", "2011-10"], 8).stretches.map(shown)).toEqual([
    "2011-12-01 2011-12-31 month",
    "2011-10-01 2011-10-31 month",
  ]);
  expect(periodTexts(["2011/12", "2010/11"], 8)).toMatchObject({ ambiguous: "2011/12", stretches: [undefined, undefined] });
  expect(periodTexts(["2011-12", "2011-10", "2023-24"], 8).ambiguous).toBe("2011-12");
});

it("begins a school year where told", () => {
  expect(shown(periodTexts(["2023/24"], 7).stretches[0])).toBe("2023-07-01 2024-06-30 school");
});
