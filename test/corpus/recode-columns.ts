import type { CohortCase, CorpusCase } from "./case.js";
import { absence, background, lines, people, plain, withPeople } from "./recode-given.js";

const levels: CohortCase = {
  kind: "cohort",
  name: "declared levels give the base and the order, and an undeclared value is missing",
  why: "education in five words, one of them misspelt and one a code",
  files: {
    "people.csv": background("Uddannelse", "videregående", "Grundskole", "9", "gymnasieal", "faglig"),
    "absence.csv": absence,
  },
  cohort: withPeople({
    covariates: { education: "Uddannelse" },
    recode: { Uddannelse: { missing: ["9", "Uoplyst"], levels: ["grundskole", "faglig", "videregående"] } },
  }),
  yields: {
    covariates: { "education=faglig": [0, 0, 1], "education=videregående": [1, 0, 0] },
    listed: [
      ["people.csv", 4, "cohort/covariate-missing", "Uddannelse"],
      ["people.csv", 5, "cohort/covariate-missing", "Uddannelse"],
    ],
    noted: [
      ["people.csv", 3, "cohort/code-respelled", "Uddannelse"],
      ["people.csv", 5, "cohort/value-undeclared", "Uddannelse"],
    ],
    problems: ["cohort/unknown-missing"],
  },
};

const booleans: CohortCase = {
  kind: "cohort",
  name: "yes and no in five languages are one 0/1 covariate",
  why: "a joint Nordic project puts its exports together",
  files: {
    "people.csv": background("Enlig", "Ja", "nei", "Kyllä", "FALSKT", "Yes", "1", "x", "Ei"),
    "absence.csv": absence,
  },
  cohort: withPeople({ covariates: { alone: { column: "Enlig", type: "boolean" } } }),
  yields: { covariates: { alone: [1, 0, 1, 0, 1, 1, 1, 0] } },
};

const ticked: CohortCase = {
  ...booleans,
  name: "a column ticked with x, where blank means no",
  why: "a list kept by hand in a spreadsheet",
  files: { "people.csv": background("Enlig", "x", "", "X", ""), "absence.csv": absence },
  cohort: withPeople({ covariates: { alone: "Enlig" }, recode: { Enlig: { boolean: "ticked" } } }),
  yields: { covariates: { alone: [1, 0, 1, 0] } },
};

const unticked: CohortCase = {
  ...ticked,
  name: "a column ticked with x, where nobody said what blank means",
  cohort: withPeople({ covariates: { alone: { column: "Enlig", type: "boolean", missing: "indicator" } } }),
  yields: { covariates: { alone: [1, 0, 1, 0], "alone=missing": [0, 1, 0, 1] }, problems: ["cohort/only-yes"] },
};

const indicator: CohortCase = {
  kind: "cohort",
  name: "people without a covariate are kept with an indicator where the study says so",
  why: "a questionnaire that not every family answered",
  files: {
    "people.csv": lines(
      "Id;Født;Start;Bolig;Indkomst",
      "1;01-05-2014;;leje;100",
      "2;02-05-2014;;;300",
      "3;03-05-2014;;eje;",
      "4;04-05-2014;;eje;200",
    ),
    "absence.csv": absence,
  },
  cohort: withPeople({
    covariates: { home: "Bolig", income: { column: "Indkomst", type: "number" } },
    missingCovariates: "indicator",
  }),
  yields: {
    people: 4,
    covariates: {
      "home=leje": [1, 0, 0, 0],
      "home=missing": [0, 1, 0, 0],
      income: [100, 300, 200, 200],
      "income=missing": [0, 0, 1, 0],
    },
    noted: [
      ["people.csv", 3, "cohort/covariate-filled", "Bolig"],
      ["people.csv", 4, "cohort/covariate-filled", "Indkomst"],
    ],
    problems: ["cohort/covariate-filled-count"],
  },
};

const lumped: CohortCase = {
  kind: "cohort",
  name: "rare values are put together, and the base is the one declared",
  why: "forty countries of origin, most with one child",
  files: { "people.csv": background("Land", "DK", "SE", "PL", "DK", "SE", "IS"), "absence.csv": absence },
  cohort: withPeople({ covariates: { origin: { column: "Land", reference: "DK", lump: 2, other: "andre" } } }),
  yields: {
    covariates: { "origin=SE": [0, 1, 0, 0, 1, 0], "origin=andre": [0, 0, 1, 0, 0, 1] },
    problems: ["cohort/levels-lumped"],
  },
};

const unread: CohortCase = {
  kind: "cohort",
  name: "recoding a column that the study does not read is refused",
  why: "the header was changed in the export but not in the study",
  files: { "people.csv": plain, "absence.csv": absence },
  cohort: withPeople({ recode: { Køn: { boolean: true } } }),
  yields: { refused: { code: "cohort/recode-column-unread", file: "people.csv", column: "Køn" } },
};

const ranges: CohortCase = {
  ...unread,
  name: "ranges of codes of which neither lies within the other are refused",
  why: "a list of benefit codes copied from two guides",
  cohort: withPeople({
    covariates: { benefit: "Ydelse" },
    recode: { Ydelse: { codes: { "700-740": "a", "730-750": "b" } } },
  }),
  yields: { refused: { code: "cohort/recode-ranges-overlap", option: "cohort.people.recode.Ydelse.codes" } },
};

const names: CohortCase = {
  kind: "cohort",
  name: "codes named like parts of the language",
  why: "a free-text code can be anything",
  files: {
    "people.csv": background("Kode", "constructor", "__proto__", "valueOf", "toString"),
    "absence.csv": absence,
  },
  cohort: withPeople({
    covariates: { kind: "Kode" },
    recode: { Kode: { codes: { constructor: "a", "value*": "hasOwnProperty" }, others: "keep" } },
  }),
  yields: {
    covariates: { "kind=a": [1, 0, 0, 0], "kind=hasOwnProperty": [0, 0, 1, 0], "kind=toString": [0, 0, 0, 1] },
    problems: ["cohort/unknown-kept"],
  },
};

const weeks: CohortCase = {
  kind: "cohort",
  name: "weekly benefit codes become spells of categories, over week 53 and New Year",
  why: "the Danish DREAM register: one column a week, a code in each cell, blank is self-supporting",
  files: {
    "people.csv": lines("Id;Født;Start", "1;01-05-2010;", "2;02-06-2011;"),
    "dream.csv": lines(
      "Id;y_2053;y_2101;y_2102;y_2103;y_2104;y_2105;y_2106;y_2107;y_2108",
      "1;731;735;738;;;;;;",
      "2;;;;;730;730;651;;",
    ),
  },
  cohort: {
    extract: "2021-03-31",
    period: "month",
    from: "2021-01-01",
    to: "2021-02-28",
    people,
    services: {
      file: "dream.csv",
      person: "Id",
      weeks: "y_{yy}{week}",
      recode: { "y_{yy}{week}": { codes: { "730-738": "Kontanthjælp" } } },
    },
    outcomes: { benefit: { service: "Kontanthjælp" } },
  },
  yields: {
    // 28 December to 17 January; 25 January to 7 February.
    measures: {
      benefit: [
        [17, 0],
        [7, 7],
      ],
    },
    problems: ["cohort/unknown-kept"],
  },
};

export const cases: readonly CorpusCase[] = [levels, booleans, ticked, unticked, indicator, lumped, unread, ranges, names, weeks];
