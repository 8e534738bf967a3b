import { expect, test } from "vitest";
import { parseStudy } from "../parse-study.js";
import type { StudyWorkbook } from "../workbook/parse-workbook.js";

const settings: readonly (readonly [string, string | number])[] = [
  ["kontrafakt", 1],
  ["title", "T"],
  ["municipality", "M"],
  ["programme", "P"],
  ["groups.cells.file", "cells.csv"],
  ["groups.cells.period", "year"],
  ["groups.cells.start", "start"],
  ["groups.cells.n", "n"],
  ["groups.estimator.estimator", "attGt"],
  ["groups.estimator.control", "notYet"],
  ["savings.currency", "DKK"],
  ["savings.priceYear", 2024],
  ["savings.prices.file", "prices.csv"],
  ["savings.programmeCost.file", "cost.csv"],
  ["savings.claim.file", "claim.csv"],
  ["savings.discount.rate", 0.035],
  ["savings.discount.baseYear", 2021],
  ["savings.discount.source", "S"],
];
const book = (more: readonly (readonly [string, string | number])[] = []): StudyWorkbook => ({
  kind: "study-workbook",
  sheets: [
    { name: "Settings", rows: [["Option", "Value"], ...settings, ...more] },
    { name: "outcomes", rows: [["groups.cells.outcomes"], ["Name", "mean", "sd"], ["", "", ""], ["days", "mean", "sd"]] },
  ],
});

test("a study of groups is read from a workbook too", () => {
  const { groupStudy, problems } = parseStudy(book(), "study.xlsx");
  expect(problems).toEqual([]);
  expect(groupStudy?.groups).toMatchObject({
    cells: { n: "n", outcomes: { days: { mean: "mean", sd: "sd", unit: "days" } } },
    estimator: { estimator: "attGt", control: "notYet", method: "dr" },
  });
});

test("its faults have sheet and cell", () => {
  const { problems } = parseStudy(book([["matching.ratio", 3]]), "study.xlsx");
  expect(problems).toMatchObject([{ code: "study/groups-and-people", where: { file: "study.xlsx", sheet: "Settings" } }]);
});
