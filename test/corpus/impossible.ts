import type { CohortInput } from "@kontrafakt/cohort";
import type { CorpusCase } from "./case.js";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
const spells = { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" } as const;

/** Four quarters of 2019; the files were drawn on the last day of January 2020. */
const cohort = (more: Partial<CohortInput> = {}, people: Partial<CohortInput["people"]> = {}): CohortInput => ({
  extract: "2020-01-31",
  period: "quarter",
  from: "2019-01-01",
  to: "2019-12-31",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start", ...people },
  services: spells,
  home: "Fjordby",
  outcomes: { placement: { service: "Anbringelse" } },
  ...more,
});
const one = lines("Id;Født;Start", "a;01-01-2010;");

/** Rows that contradict themselves, each other or the day of the extract. */
export const cases: readonly CorpusCase[] = [
  {
    kind: "cohort",
    name: "people whose dates cannot be",
    why: "dates typed by hand: a wrong century, day and month swapped, a start that is planned",
    files: {
      "people.csv": lines(
        "Id;Født;Start;Henvist",
        "a;01-01-2010;01-05-2019;01-03-2019",
        "b;01-01-2110;;",
        "c;01-01-2010;01-03-2020;",
        "d;01-01-2010;01-05-2009;",
        "e;01-01-2010;01-05-2019;01-06-2019",
        "f;01-01-1990;;",
        "g;01-01-2010;;",
      ),
      "services.csv": lines("Id;Ydelse;Fra;Til", "g;Støtte;01-05-2019;30-06-2019"),
    },
    cohort: cohort({ programmeService: "Støtte" }, { referral: "Henvist" }),
    yields: {
      people: 2,
      firstTreated: [1, 1],
      listed: [
        ["people.csv", 3, "cohort/born-after-extract", "Født"],
        ["people.csv", 4, "cohort/start-after-extract", "Start"],
        ["people.csv", 5, "cohort/start-before-birth", "Start"],
        ["people.csv", 7, "cohort/never-eligible", "Født"],
        ["people.csv", 8, "cohort/programme-without-start", "Start"],
      ],
      noted: [["people.csv", 6, "cohort/start-before-referral", "Start"]],
      flow: [
        ["cohort/flow-read", 7, 4],
        ["cohort/flow-usable", 4, 2],
        ["cohort/flow-eligible", 3, 2],
        ["cohort/flow-dated", 2, 2],
        ["cohort/flow-not-before", 2, 2],
        ["cohort/flow-covariates", 2, 2],
        ["cohort/flow-observed", 2, 2],
      ],
      problems: ["cohort/many-rows-listed"],
    },
  },
  {
    kind: "cohort",
    name: "everyone who can be left out, is",
    why: "a study that asks for all there is to ask for: the flow tells what is left after each step",
    files: {
      "people.csv": lines(
        "Id;Født;Start;Slut;Henvist;Andet;Køn",
        "a;01-01-2010;01-05-2019;;;;K",
        "b;01-01-2010;01-05-2019;10-05-2019;;;K",
        "c;01-01-2010;;;01-02-2019;;M",
        "d;01-01-2010;;;;01-06-2019;M",
        "e;01-01-2010;;;;;",
        "f;01-01-2010;01-11-2018;;;;K",
        "g;01-01-2010;;;;;M",
      ),
      "services.csv": lines("Id;Ydelse;Fra;Til", "a;Anbringelse;01-02-2019;10-02-2019"),
    },
    cohort: cohort(
      {
        treatment: {
          ends: "Slut",
          minimumDays: 30,
          referredOnly: "exclude",
          otherProgrammes: { x: { start: "Andet", policy: "exclude" } },
        },
      },
      { referral: "Henvist", covariates: { sex: "Køn" } },
    ),
    yields: {
      listed: [
        ["people.csv", 3, "cohort/course-too-short", "Slut"],
        ["people.csv", 4, "cohort/referred-never-started", "Henvist"],
        ["people.csv", 5, "cohort/had-other-programme", "Andet"],
        ["people.csv", 6, "cohort/covariate-missing", "Køn"],
        ["people.csv", 7, "cohort/started-before-window", "Start"],
      ],
      flow: [
        ["cohort/flow-read", 7, 3],
        ["cohort/flow-usable", 7, 3],
        ["cohort/flow-eligible", 7, 3],
        ["cohort/flow-dated", 7, 3],
        ["cohort/flow-not-before", 6, 2],
        ["cohort/flow-not-referred-only", 5, 2],
        ["cohort/flow-long-enough", 4, 1],
        ["cohort/flow-no-other-programme", 3, 1],
        ["cohort/flow-covariates", 2, 1],
        ["cohort/flow-observed", 2, 1],
      ],
      problems: ["cohort/selects-on-staying", "cohort/other-selects"],
    },
  },
  {
    kind: "cohort",
    name: "stays that overlap",
    why: "a move is registered before the old address is closed",
    files: {
      "people.csv": one,
      "services.csv": lines("Id;Ydelse;Fra;Til", "a;Anbringelse;01-02-2019;10-02-2019"),
      "residence.csv": lines("Id;Fra;Til;Kommune", "a;01-01-2010;31-07-2019;Fjordby", "a;01-07-2019;;Nordby"),
    },
    cohort: cohort({ residence: { file: "residence.csv", person: "Id", from: "Fra", to: "Til", municipality: "Kommune" } }),
    yields: {
      observed: [[1, 1, 0, 0]],
      measures: { placement: [[10, 0, null, null]] },
      noted: [["residence.csv", 3, "cohort/stay-overlap", "Fra"]],
    },
  },
  {
    kind: "cohort",
    name: "spells whose dates cannot be",
    why: "a spell of an older sibling, one begun before birth, one planned past the day of the extract, one that ends first",
    files: {
      "people.csv": lines("Id;Født;Start", "a;01-04-2019;"),
      "services.csv": lines(
        "Id;Ydelse;Fra;Til",
        "a;Anbringelse;01-01-2018;01-02-2018",
        "a;Anbringelse;25-03-2019;10-04-2019",
        "a;Anbringelse;30-12-2019;30-06-2020",
        "a;Anbringelse;05-05-2019;01-05-2019",
        "a;Anbringelse;01-03-2020;",
      ),
    },
    cohort: cohort({ period: "quarter" }),
    yields: {
      observed: [[0, 1, 1, 1]],
      measures: { placement: [[null, 10, 0, 2]] },
      listed: [
        ["services.csv", 2, "cohort/ends-before-birth", "Til"],
        ["services.csv", 5, "cohort/ends-before-start", "Til"],
        ["services.csv", 6, "cohort/begins-after-extract", "Fra"],
      ],
      noted: [
        ["services.csv", 3, "cohort/begins-before-birth", "Fra"],
        ["services.csv", 4, "cohort/ends-after-extract", "Til"],
      ],
    },
  },
  {
    kind: "cohort",
    name: "a price below zero, and a payer who is another",
    why: "a booking reversed by a price of its own sign, and a placement that the municipality of birth pays",
    files: {
      "people.csv": one,
      "services.csv": lines(
        "Id;Ydelse;Fra;Til;Pris;Betaler",
        "a;Anbringelse;01-01-2019;10-01-2019;-1500;Fjordby",
        "a;Anbringelse;01-07-2019;30-09-2019;1500;Nordby",
        "a;Anbringelse;01-10-2019;10-10-2019;1500;Fjordby",
      ),
    },
    cohort: cohort({ services: { ...spells, price: "Pris", payer: "Betaler" } }),
    yields: {
      observed: [[1, 1, 0, 1]],
      measures: { placement: [[0, 0, null, 10]] },
      listed: [
        ["services.csv", 2, "cohort/negative-price", "Pris"],
        ["services.csv", 3, "cohort/paid-elsewhere", "Betaler"],
      ],
    },
  },
  {
    kind: "cohort",
    name: "a week that its year does not have",
    why: "weekly codes put together by a program that gave every year 53 weeks",
    files: { "people.csv": one, "dream.csv": lines("Id;y_1952;y_1953", "a;750;750") },
    cohort: cohort({ services: { file: "dream.csv", person: "Id", weeks: "y_{yy}{week}" }, outcomes: { x: { service: "750" } } }),
    yields: { refused: { code: "cohort/no-such-week", file: "dream.csv", row: 1, column: "y_1953" } },
  },
  {
    kind: "cohort",
    name: "a week in two columns",
    why: "two extracts pasted side by side",
    files: { "people.csv": one, "dream.csv": lines("Id;y_1901;y_191", "a;750;750") },
    cohort: cohort({ services: { file: "dream.csv", person: "Id", weeks: "y_{yy}{week}" }, outcomes: { x: { service: "750" } } }),
    yields: { refused: { code: "cohort/week-twice", file: "dream.csv", row: 1, column: "y_191" } },
  },
  {
    kind: "cohort",
    name: "a covariate that nobody has",
    why: "the column came into use after the people of the study",
    files: {
      "people.csv": lines("Id;Født;Start;Sprog", "a;01-01-2010;;", "b;01-01-2010;01-05-2019;"),
      "services.csv": lines("Id;Ydelse;Fra;Til", "a;Anbringelse;01-01-2019;10-01-2019"),
    },
    cohort: cohort({}, { missingCovariates: "indicator", covariates: { language: "Sprog" } }),
    yields: { refused: { code: "cohort/covariate-unknown", file: "people.csv", column: "Sprog" } },
  },
  {
    kind: "cohort",
    name: "nobody is left",
    why: "the file of another year: everyone is too old",
    files: {
      "people.csv": lines("Id;Født;Start", "a;01-01-1990;", "b;01-01-1990;"),
      "services.csv": lines("Id;Ydelse;Fra;Til", "a;Anbringelse;01-01-2019;10-01-2019"),
    },
    cohort: cohort(),
    yields: { refused: { code: "cohort/nobody-left", file: "people.csv" } },
  },
  {
    kind: "cohort",
    name: "a file that the study names and nobody gave",
    why: "the study was written on another machine",
    files: { "people.csv": one, "ydelser.csv": lines("Id;Ydelse;Fra;Til", "a;Anbringelse;01-01-2019;") },
    cohort: cohort(),
    yields: { refused: { code: "cohort/file-not-given", file: "services.csv" } },
  },
];
