import { expect, it } from "vitest";
import type { CrossSectionOptionsInput } from "../options/group-options.js";
import { bytesSource } from "../table/source.js";
import { ALWAYS, NEVER } from "./panel.js";
import { readCrossSections } from "./read-cross-sections.js";

const basic: CrossSectionOptionsInput = {
  file: "survey.csv",
  periods: "quarter",
  period: "Kvartal",
  group: "Skole",
  groups: { Nord: "2021Q2", Syd: "never", Øst: "2019-K4" },
  measures: { wellbeing: { column: "Trivsel", unit: "score", minimum: 0, maximum: 10 } },
};
const read = (text: string, more: object = {}) =>
  readCrossSections(new Map([["survey.csv", bytesSource("survey.csv", new TextEncoder().encode(text))]]), { ...basic, ...more });
const said = ({ ledger }: Awaited<ReturnType<typeof read>>) =>
  Array.from(ledger.row, (row, i) => [row, ledger.codes[ledger.code[i]], ledger.listed[i] ? "listed" : "noted"]);

it("reads a row a person and period, by the start of its group", async () => {
  const found = await read(
    [
      "Kvartal;Skole;Køn;Trivsel;Vægt;Klasse",
      "2021Q1;Nord;P;7,5;1;1a",
      "1. kvartal 2021;Syd;D;12;2;",
      "2021-K2;Øst;P;;1;1a",
      "2021Q2;Vest;P;5;1;1a",
      "2021;Nord;P;5;1;1a",
      "2021Q9;Nord;P;5;1;1a",
      "2021Q2;Nord;P;5;-1;1a",
      "2021Q2;Nord;;5;1;1a",
    ].join("\n"),
    { covariates: { sex: "Køn" }, weight: "Vægt", clusterings: { class: "Klasse" } },
  );
  const { data } = found;
  expect(Array.from(data.periods.ordinals, (o) => o - 2021 * 4)).toEqual([0, 1]);
  expect(Array.from(data.period)).toEqual([0, 0, 1]);
  expect(Array.from(data.firstTreated)).toEqual([2021 * 4 + 1, NEVER, ALWAYS]);
  expect(Array.from(data.group, (g) => data.groupNames[g])).toEqual(["Nord", "Syd", "Øst"]);
  expect(Array.from(data.measures[0].values)).toEqual([7.5, Number.NaN, Number.NaN]);
  expect(data.covariates.map(({ name, values }) => [name, ...values])).toEqual([["sex=P", 1, 0, 1]]);
  expect(Array.from(data.samplingWeight ?? [])).toEqual([1, 2, 1]);
  expect(Array.from(data.clusterings[0].of)).toEqual([0, -1, 0]);
  expect(said(found)).toEqual([
    [3, "cohort/out-of-range", "noted"],
    [5, "cohort/unknown-group", "listed"],
    [6, "cohort/period-longer", "listed"],
    [7, "cohort/unreadable-period", "listed"],
    [8, "cohort/weight-negative", "listed"],
    [9, "cohort/missing-value", "listed"],
  ]);
});

it("tells of people who recur, and lists a second row of one in a period", async () => {
  const found = await read("Id;Kvartal;Skole;Trivsel\na;2021Q1;Nord;1\na;2021Q2;Nord;2\na;2021Q2;Nord;3\nb;2021Q1;Syd;4\n", {
    person: "Id",
    measures: { wellbeing: "Trivsel" },
  });
  expect(said(found)).toEqual([[4, "cohort/person-period-again", "listed"]]);
  expect(found.data.clusterings).toMatchObject([{ name: "person", count: 2 }]);
  expect(found.problems).toMatchObject([{ code: "cohort/persons-recur", params: { count: 1 } }]);
});

it("takes the start from a column, by period or date, blank for never", async () => {
  const { data } = await read("Start;Kvartal;Trivsel\n01-05-2021;2021Q1;1\n;2021Q1;2\n2021Q3;2021Q1;3\n", {
    group: undefined,
    groups: undefined,
    start: "Start",
  });
  expect(Array.from(data.firstTreated)).toEqual([2021 * 4 + 1, NEVER, 2021 * 4 + 2]);
  expect(data.groupNames).toEqual(["2021Q2", "never", "2021Q3"]);
});

it("refuses a file of which nothing can be used", async () => {
  await expect(read("Kvartal;Skole;Trivsel\nx;Nord;1\n")).rejects.toThrow(/no row can be used/);
  await expect(read("Kvartal;Skole;Trivsel\n2021Q1;Nord;1\n", { measures: {} })).rejects.toThrow(/nothing is measured/);
});
