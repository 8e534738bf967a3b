import type { CorpusCase } from "./case.js";
import { cells, cohort, file, files, long } from "./shapes-given.js";

export const cases: readonly CorpusCase[] = [
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
        ["others.csv", 4, "cohort/hidden-number", "Børn"],
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
      noted: [["cells.csv", 3, "cohort/hidden-number", "Ja"]],
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
