import type { CorpusCase } from "./case.js";
import { cohort, file, files, long, people } from "./shapes-given.js";

export const cases: readonly CorpusCase[] = [
  {
    kind: "cohort",
    name: "a wide file of quarters, one column outside the window and one blank cell",
    why: "absence systems give one column a quarter, further back than the study",
    files: files("Id;2021-K4;2022-K1;2022-K2;2022-K3;2022-K4", "a;9;1;;3;4", "b;9;0;2,5;3;-1"),
    cohort: cohort({ columns: "{year}-K{quarter}" }),
    yields: {
      people: 2,
      measures: {
        m: [
          [1, null, 3, 4],
          [0, 2.5, 3, null],
        ],
      },
      noted: [["m.csv", 3, "cohort/out-of-range", "2022-K4"]],
    },
  },
  {
    kind: "cohort",
    name: "a wide file of months by name, averaged into quarters",
    why: "Excel heads its columns with month names in the language of the office",
    files: files("Id;Jan 2022;februar 2022;Mar. 2022;okt 2022", "a;1;2;6;", "b;3;;;5"),
    cohort: cohort({ columns: "{monthName} {year}", combine: "mean" }),
    yields: {
      measures: {
        m: [
          [3, null, null, null],
          [3, null, null, 5],
        ],
      },
      problems: ["cohort/measure-periods-absent"],
    },
  },
  {
    kind: "cohort",
    name: "a long file whose period texts have four forms",
    why: "the registration changed hands, and each hand had its own way to write a quarter",
    files: files(
      "Id;Periode;Værdi",
      "a;2022Q1;1",
      "a;2. kvartal 2022;2",
      "a;K3 2022;3",
      "a;2022 - 4. kvt.;4",
      "b;1. kvartal;5",
      "b;2022K5;5",
      "x;2022Q1;5",
    ),
    cohort: cohort(long),
    yields: {
      measures: {
        m: [
          [1, 2, 3, 4],
          [null, null, null, null],
        ],
      },
      listed: [
        ["m.csv", 6, "cohort/unreadable-period", "Periode"],
        ["m.csv", 7, "cohort/unreadable-period", "Periode"],
        ["m.csv", 8, "cohort/unknown-person", "Id"],
      ],
    },
  },
  {
    kind: "cohort",
    name: "two rows of a person and quarter, and nothing said about it",
    why: "a child with two schools in a quarter has a row from each",
    files: files("Id;Periode;Værdi", "a;2022Q1;3", "a;2022Q1;4", "b;2022Q1;1"),
    cohort: cohort(long),
    yields: {
      measures: {
        m: [
          [3, null, null, null],
          [1, null, null, null],
        ],
      },
      listed: [["m.csv", 3, "cohort/reading-again", "Periode"]],
    },
  },
  {
    kind: "cohort",
    name: "two rows of a person and quarter, added up",
    why: "a child with two schools in a quarter has a row from each",
    files: files("Id;Periode;Værdi", "a;2022Q1;3", "a;2022Q1;4"),
    cohort: cohort({ ...long, combine: "sum" }),
    yields: {
      measures: {
        m: [
          [7, null, null, null],
          [null, null, null, null],
        ],
      },
    },
  },
  {
    kind: "cohort",
    name: "months added up to quarters: a quarter that lacks one is missing",
    why: "a month that was never delivered is not a month of nothing",
    files: files("Id;Periode;Værdi", "a;2022-01;1", "a;2022-02;1", "a;2022-03;1", "a;2022-04;1", "b;2022M01;2", "b;202203;2"),
    cohort: cohort({ ...long, combine: "sum" }),
    yields: {
      measures: {
        m: [
          [3, null, null, null],
          [null, null, null, null],
        ],
      },
      problems: ["cohort/measure-partial"],
    },
  },
  {
    kind: "cohort",
    name: "no row means none, by declaration, where the file has the quarter at all",
    why: "notifications are written down when they come; nobody writes that none came",
    files: files("Id;Periode;Værdi", "a;2022Q1;2", "b;2022Q2;"),
    cohort: cohort({ ...long, absent: "zero" }),
    yields: {
      measures: {
        m: [
          [2, 0, null, null],
          [0, null, null, null],
        ],
      },
      problems: ["cohort/measure-periods-absent"],
    },
  },
  {
    kind: "cohort",
    name: "school years in a study of calendar years, shared by days",
    why: "tests and costs of schools are by school year, budgets by calendar year",
    files: files("Id;Periode;Værdi", "a;2021/22;365", "a;2022/23;365", "b;2021/22;365"),
    cohort: cohort({ ...long, longer: "share" }, { period: "year" }),
    yields: { measures: { m: [[365], [null]] }, problems: ["cohort/measure-partial"] },
  },
  {
    kind: "cohort",
    name: "school years in quarters, and nothing said about it",
    why: "tests and costs of schools are by school year",
    files: files("Id;Periode;Værdi", "a;2021/22;5", "a;2022Q3;6"),
    cohort: cohort(long),
    yields: {
      measures: {
        m: [
          [null, null, 6, null],
          [null, null, null, null],
        ],
      },
      listed: [["m.csv", 2, "cohort/period-spans", "Periode"]],
    },
  },
  {
    kind: "cohort",
    name: "2011-12 with nothing to tell whether it is December or a school year",
    why: "both are written so, and one file has one of them",
    files: files("Id;Periode;Værdi", "a;2011-12;5"),
    cohort: cohort(long),
    yields: { refused: { code: "cohort/period-ambiguous", file: "m.csv", column: "Periode" } },
  },
  {
    kind: "cohort",
    name: "tests on dates, the last of a quarter, carried one quarter forward",
    why: "a test is taken twice a year and holds between",
    files: files(
      "Id;Dato;Point;Prøve",
      "a;20-03-2022;4;Læsning",
      "a;10-01-2022;2;Læsning",
      "a;11-01-2022;9;Matematik",
      "b;31-12-2022;7;læsning",
    ),
    cohort: cohort({ on: "Dato", value: "Point", combine: "last", carry: 1, keep: { Prøve: "Læsning" } }),
    yields: {
      measures: {
        m: [
          [4, 4, null, null],
          [null, null, null, 7],
        ],
      },
      listed: [["m.csv", 4, "cohort/left-by-keep"]],
      problems: ["cohort/measure-carried"],
    },
  },
  {
    kind: "cohort",
    name: "days that are possible one by one and more than a quarter together",
    why: "two systems both send the whole quarter's absence",
    files: files("Id;Periode;Værdi", "a;2022Q1;60", "a;2022Q1;60", "b;2022Q1;91"),
    cohort: cohort({ ...long, combine: "sum" }, { outcomes: { m: { measure: "m", unit: "days" } } }),
    yields: {
      measures: {
        m: [
          [null, null, null, null],
          [null, null, null, null],
        ],
      },
      noted: [["m.csv", 4, "cohort/more-days-than-period", "Værdi"]],
      problems: ["cohort/measure-more-days"],
    },
  },
  {
    kind: "cohort",
    name: "one wide file a year, each with its own columns",
    why: "the system gives a year at a time",
    files: {
      "people.csv": people,
      "1.csv": file("Id;2022-K1;2022-K2", "a;1;2", "b;3;4"),
      "2.csv": file("Id;2022-K3;2022-K4", "b;7;8", "a;5;6", "a;9;9"),
    },
    cohort: cohort({ file: ["1.csv", "2.csv"], columns: "{year}-K{quarter}" }),
    yields: {
      measures: {
        m: [
          [1, 2, 5, 6],
          [3, 4, 7, 8],
        ],
      },
      listed: [["2.csv", 4, "cohort/duplicate-person", "Id"]],
    },
  },
  {
    kind: "cohort",
    name: "a measure that is both wide and long",
    why: "two examples were pasted into one study",
    files: files("Id;Periode;Værdi", "a;2022Q1;1"),
    cohort: cohort({ ...long, columns: "{year}-K{quarter}" }),
    yields: { refused: { code: "cohort/measure-shape", option: "cohort.measures.m" } },
  },
];
