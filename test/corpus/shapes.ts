import type { CellsOptionsInput, CohortInput } from "@kontrafakt/cohort";
import type { CorpusCase } from "./case.js";

const file = (...lines: string[]) => lines.join("\n");
const people = file("Id;Født;Start", "a;01-01-2010;", "b;01-01-2010;01-05-2022");

/** Two persons over 2022, by quarter. */
const cohort = (measure: object, more: Partial<CohortInput> = {}): CohortInput => ({
  extract: "2023-01-31",
  period: "quarter",
  from: "2022-01-01",
  to: "2022-12-31",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start" },
  measures: { m: { file: "m.csv", person: "Id", ...measure } as NonNullable<CohortInput["measures"]>[string] },
  outcomes: { m: { measure: "m", unit: "points" } },
  ...more,
});
const files = (...lines: string[]) => ({ "people.csv": people, "m.csv": file(...lines) });
const long = { period: "Periode", value: "Værdi" };

const cells: CellsOptionsInput = {
  file: "cells.csv",
  period: "År",
  group: "Kommune",
  groups: { Fjordby: "2021", Nordby: "never" },
  n: "Antal",
  outcomes: { days: { mean: "Snit", sd: "SD" } },
};

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
  {
    kind: "cohort",
    name: "published means of others, with a year that spans quarters and the municipality itself",
    why: "regional averages are published by calendar year, all municipalities in one file",
    files: {
      ...files("Id;Periode;Værdi", "a;2022Q1;1"),
      "others.csv": file(
        "Kommune;År;Børn;Døgn",
        "Nordby;2022;400;8",
        "Fjordby;2022;300;6",
        "Sydby;2022;<5;6",
        "Vestby;20x2;400;8",
      ),
    },
    cohort: cohort(long, {
      comparisonCells: {
        file: "others.csv",
        label: "Regionen",
        source: "KL 2023",
        period: "År",
        longer: "repeat",
        group: "Kommune",
        leaveOut: ["fjordby"],
        n: "Børn",
        outcomes: { m: { mean: "Døgn" } },
      },
    }),
    yields: {
      people: 2,
      listed: [
        ["others.csv", 3, "cohort/comparison-left-out", "Kommune"],
        ["others.csv", 4, "cohort/unreadable-number", "Børn"],
        ["others.csv", 5, "cohort/unreadable-period", "År"],
      ],
    },
  },
  {
    kind: "cells",
    name: "cells with a standard deviation of one person, and one without any",
    why: "a small school is one pupil, and the statistics program still fills the column",
    files: { "cells.csv": file("Kommune;År;Antal;Snit;SD", "Fjordby;2020;1;5;2", "Fjordby;2021;1;5;", "Nordby;2020;30;4;1") },
    cells,
    yields: {
      cells: [
        ["Fjordby", 1, 5, 0],
        ["Fjordby", 1, 5, 0],
        ["Nordby", 30, 4, 1],
      ],
      noted: [
        ["cells.csv", 2, "cohort/cell-spread-of-one", "SD"],
        ["cells.csv", 3, "cohort/cell-one-person", "SD"],
      ],
      covariance: "conservative",
    },
  },
  {
    kind: "cells",
    name: "cells with counts above n, withheld counts and a municipality of no group",
    why: "the count is of cases, n is of children, and small numbers are withheld",
    files: {
      "cells.csv": file(
        "Kommune;År;Antal;Ja",
        "Fjordby;2020;10;12",
        "Fjordby;2021;10;<5",
        "Nordby;2020;4;1",
        "Nordby;2021;4;4",
        "Østby;2020;9;1",
      ),
    },
    cells: { ...cells, outcomes: { placed: { count: "Ja" } }, correlation: [0, 0.9] },
    yields: {
      cells: [
        ["Nordby", 4, 0.25, 0.5],
        ["Nordby", 4, 1, 0],
      ],
      listed: [
        ["cells.csv", 2, "cohort/cell-count-above", "Ja"],
        ["cells.csv", 3, "cohort/cell-without-mean", "Ja"],
        ["cells.csv", 6, "cohort/unknown-group", "Kommune"],
      ],
      noted: [["cells.csv", 3, "cohort/unreadable-number", "Ja"]],
      covariance: "assumed",
    },
  },
  {
    kind: "cells",
    name: "cells with no spread at all",
    why: "most published tables have a mean and nothing else",
    files: { "cells.csv": file("Kommune;År;Antal;Snit", "Fjordby;2020;10;12") },
    cells: { ...cells, outcomes: { days: { mean: "Snit" } } },
    yields: { refused: { code: "cohort/cell-spread", option: "outcomes.days" } },
  },
  {
    kind: "cells",
    name: "cells of several outcomes, one row each, with what cannot be",
    why: "a table of many measures, joined by hand: a number of people with decimals, a row twice, a spread below zero",
    files: {
      "cells.csv": file(
        "Emne;Kommune;År;Antal;Snit;SD",
        "Døgn;Fjordby;2020;30;4;1",
        "Døgn;Fjordby;2020;30;4;1",
        "Trivsel;Fjordby;2020;30;4;1",
        "Døgn;Fjordby;2021;30,5;4;1",
        "Døgn;Nordby;2020;30;4;-1",
        "Døgn;Nordby;2021;30;4;2",
      ),
    },
    cells: { ...cells, outcome: "Emne", outcomes: { days: { named: "døgn", mean: "Snit", sd: "SD" } } },
    yields: {
      cells: [
        ["Fjordby", 30, 4, 1],
        ["Nordby", 30, 4, 2],
      ],
      listed: [
        ["cells.csv", 3, "cohort/cell-again", "År"],
        ["cells.csv", 4, "cohort/cell-other-outcome", "Emne"],
        ["cells.csv", 5, "cohort/cell-n", "Antal"],
        ["cells.csv", 6, "cohort/cell-spread-negative", "SD"],
      ],
    },
  },
  {
    kind: "cells",
    name: "correlations of years that the cells do not have, and above 1",
    why: "the covariance file was made for more years, and one of its cells is a covariance",
    files: {
      "cells.csv": file("Kommune;År;Antal;Snit;SD", "Fjordby;2020;30;4;1", "Fjordby;2021;30;4;1"),
      "covariance.csv": file(
        "Kommune;Fra;Til;Korrelation",
        "Fjordby;2020;2021;0,5",
        "Fjordby;2020;2022;0,5",
        "Fjordby;2020;2021;1,7",
      ),
    },
    cells: {
      ...cells,
      covariance: {
        file: "covariance.csv",
        group: "Kommune",
        period: "Fra",
        with: "Til",
        value: "Korrelation",
        is: "correlation",
      },
    },
    yields: {
      listed: [
        ["covariance.csv", 3, "cohort/covariance-unknown-pair", "Fra"],
        ["covariance.csv", 4, "cohort/no-correlation", "Korrelation"],
      ],
      covariance: "given",
    },
  },
  {
    kind: "cells",
    name: "cells dated by a pattern with an unknown part",
    why: "the pattern was written in Danish",
    files: { "cells.csv": file("Kommune;År;Antal;Snit;SD", "Fjordby;2020;30;4;1") },
    cells: { ...cells, pattern: "{year}-K{kvartal}" },
    yields: { refused: { code: "cohort/pattern-unusable", option: "pattern" } },
  },
  {
    kind: "cohort",
    name: "published means of fewer groups in one year, the municipality among them",
    why: "a municipality did not report in time",
    files: {
      ...files("Id;Periode;Værdi", "a;2022Q1;1"),
      "others.csv": file(
        "Emne;Kommune;Kvartal;Børn;Døgn",
        "m;Nordby;2022Q1;400;8",
        "m;Fjordby;2022Q1;300;6",
        "m;Nordby;2022Q2;400;8",
        "m;Nordby;2022Q2;400;9",
        "m;Nordby;2022Q3;;9",
        "andet;Nordby;2022Q3;400;9",
        "m;Nordby;2022Q4;400;",
      ),
    },
    cohort: cohort(long, {
      home: "Fjordby",
      comparisonCells: {
        file: "others.csv",
        label: "Regionen",
        source: "KL 2023",
        period: "Kvartal",
        group: "Kommune",
        n: "Børn",
        outcome: "Emne",
        outcomes: { m: { mean: "Døgn" } },
      },
    }),
    yields: {
      listed: [
        ["others.csv", 5, "cohort/cell-again", "Kvartal"],
        ["others.csv", 6, "cohort/missing-value", "Børn"],
        ["others.csv", 7, "cohort/cell-other-outcome", "Emne"],
        ["others.csv", 8, "cohort/cell-without-mean", "Døgn"],
      ],
      problems: ["cohort/comparison-groups-change", "cohort/comparison-home"],
    },
  },
  {
    kind: "cohort",
    name: "published means of years before the study",
    why: "the statistics of the study's years are not out yet",
    files: { ...files("Id;Periode;Værdi", "a;2022Q1;1"), "others.csv": file("Kvartal;Børn;Døgn", "2019Q1;400;8") },
    cohort: cohort(long, {
      comparisonCells: {
        file: "others.csv",
        label: "Regionen",
        source: "KL 2019",
        period: "Kvartal",
        n: "Børn",
        outcomes: { m: { mean: "Døgn" } },
      },
    }),
    yields: { problems: ["cohort/comparison-nothing"] },
  },
  {
    kind: "cohort",
    name: "a wide file without its columns",
    why: "the system was changed, and the headers with it",
    files: files("Id;Kvt 1;Kvt 2", "a;1;2"),
    cohort: cohort({ columns: "{year}-K{quarter}" }),
    yields: { refused: { code: "cohort/wide-columns-missing", file: "m.csv", row: 1 } },
  },
  {
    kind: "cohort",
    name: "a wide file with one quarter twice",
    why: "two extracts pasted side by side",
    files: files("Id;2022-K1;2022-K1", "a;1;2"),
    cohort: cohort({ columns: "{year}-K{quarter}" }),
    yields: { refused: { code: "cohort/wide-column-twice", file: "m.csv", row: 1, column: "2022-K1" } },
  },
];
