import type { CohortCase, CorpusCase } from "./case.js";
import { absence, background, lines, list, placements, plain, services, study, withPeople } from "./recode-given.js";

const codes: CohortCase = {
  kind: "cohort",
  name: "paragraphs become kinds of service, by code, beginning, and whatever the case and spacing",
  why: "case systems write the paragraph of the law, and every caseworker spaces it in an own way",
  files: {
    "people.csv": plain,
    "services.csv": lines(
      "Id;Ydelse;Fra;Til",
      "1;§ 52.3.7;01-01-2023;10-01-2023",
      "1;§  52.3.7;01-02-2023;10-02-2023",
      "2;SEL 66.1.4;01-01-2024;31-01-2024",
      "3;sel 11;01-01-2024;31-01-2024",
    ),
  },
  cohort: placements({
    services: { ...services, recode: { Ydelse: { codes: { "§ 52.3.7": "Anbringelse", "SEL 66.*": "Anbringelse" } } } },
  }),
  yields: {
    measures: {
      placement: [
        [20, 0],
        [0, 31],
        [0, 0],
      ],
    },
    listed: [["services.csv", 5, "cohort/service-not-in-study"]],
    noted: [["services.csv", 3, "cohort/code-respelled", "Ydelse"]],
    problems: ["cohort/unknown-kept"],
  },
};

const renumbered: CohortCase = {
  kind: "cohort",
  name: "a law renumbers its paragraphs, and the row's own date decides",
  why: "from 1 January 2024 Barnets lov replaced parts of Serviceloven: the same number came to mean something else",
  files: {
    "people.csv": plain,
    "services.csv": lines(
      "Id;Ydelse;Fra;Til",
      "1;52;01-12-2023;31-12-2023",
      "1;52;01-01-2024;31-01-2024",
      "2;46;01-01-2024;10-01-2024",
      "3;46;01-06-2023;30-06-2023",
    ),
    "paragraffer.csv": lines(
      "Kode;Navn;Fra;Til",
      "52;Anbringelse;;31-12-2023",
      "52;Undersøgelse;01-01-2024;",
      "46;Anbringelse;01-01-2024;",
    ),
  },
  cohort: placements({ services: { ...services, recode: { Ydelse: { list, on: "Fra", others: "missing" } } } }),
  yields: {
    measures: {
      placement: [
        [31, 0],
        [0, 10],
        [0, 0],
      ],
    },
    listed: [
      ["services.csv", 3, "cohort/service-not-in-study"],
      ["services.csv", 5, "cohort/missing-value", "Ydelse"],
    ],
    noted: [["services.csv", 5, "cohort/code-out-of-date", "Ydelse"]],
    problems: ["cohort/unknown-missing"],
  },
};

const overlap: CohortCase = {
  ...renumbered,
  name: "a list on which a code means two things on one day is refused",
  why: "whoever keeps the list forgets to end the old meaning",
  files: {
    ...renumbered.files,
    "paragraffer.csv": lines("Kode;Navn;Fra;Til", "52;Anbringelse;;", "52;Undersøgelse;01-01-2024;"),
  },
  yields: { refused: { code: "cohort/list-overlap", file: "paragraffer.csv", row: 3 } },
};

const gap: CohortCase = {
  ...renumbered,
  name: "a hole in a dated list is told, and its rows are named in the ledger",
  why: "the new meaning was entered from the first working day of the year",
  files: {
    "people.csv": plain,
    "services.csv": lines("Id;Ydelse;Fra;Til", "1;52;01-01-2024;10-01-2024", "2;52;02-01-2024;10-01-2024"),
    "paragraffer.csv": lines("Kode;Navn;Fra;Til", "52;Anbringelse;;31-12-2023", "52;Anbringelse;02-01-2024;"),
  },
  cohort: placements({ services: { ...services, recode: { Ydelse: { list, on: "Fra" } } } }),
  yields: {
    measures: {
      placement: [
        [0, 0],
        [0, 9],
        [0, 0],
      ],
    },
    listed: [["services.csv", 2, "cohort/service-not-in-study"]],
    noted: [["services.csv", 2, "cohort/code-out-of-date", "Ydelse"]],
    problems: ["cohort/list-gap", "cohort/unknown-kept"],
  },
};

const mergers = { file: "sammenlagt.csv", code: "Gammel", value: "Ny" };
const residence = { file: "residence.csv", person: "Id", from: "Fra", to: "Til", municipality: "Kommune" };
const merged: CohortCase = {
  kind: "cohort",
  name: "municipalities that merged, and merged again, are followed to what they are now",
  why: "an address history from before 2007 names municipalities that no longer exist",
  files: {
    "people.csv": plain,
    "absence.csv": absence,
    "residence.csv": lines(
      "Id;Fra;Til;Kommune",
      "1;01-05-2014;;Lilleby",
      "2;02-06-2015;;STOREBY",
      "3;03-07-2016;31-12-2023;Fjordby",
      "3;01-01-2024;;Sønderby",
    ),
    "sammenlagt.csv": lines("Gammel;Ny", "Lilleby;Storeby", "Storeby;Fjordby", "Sønderby;Nabo"),
  },
  cohort: study({ residence: { ...residence, recode: { Kommune: { list: mergers } } }, home: "Fjordby" }),
  yields: {
    observed: [
      [1, 1],
      [1, 1],
      [1, 0],
    ],
    noted: [["residence.csv", 3, "cohort/code-respelled", "Kommune"]],
  },
};

const circle: CohortCase = {
  ...merged,
  name: "mergers that go in a circle are refused",
  why: "two lists of mergers were put together, one of them turned round",
  files: { ...merged.files, "sammenlagt.csv": lines("Gammel;Ny", "Lilleby;Storeby", "Storeby;Lilleby") },
  yields: { refused: { code: "cohort/list-circle", file: "sammenlagt.csv" } },
};

const thousands: CohortCase = {
  kind: "cohort",
  name: "amounts in thousand kroner, with a code for unknown",
  why: "an economy system exports thousand kroner, and writes -1 where nothing was booked",
  files: { "people.csv": plain, "income.csv": lines("Id;2023;2024", "1;12,5;-1", "2;0;3", "3;1;1") },
  cohort: study({
    measures: {
      income: {
        file: "income.csv",
        person: "Id",
        columns: "{year}",
        recode: { "{year}": { missing: [-1], times: 1000 } },
      },
    },
    outcomes: { income: { measure: "income", unit: "kr" } },
  }),
  yields: {
    measures: {
      income: [
        [12500, null],
        [0, 3000],
        [1000, 1000],
      ],
    },
  },
};

const zeros: CohortCase = {
  kind: "cohort",
  name: "ids that lost their leading zeros as numbers are the same people again",
  why: "one of two files went through a spreadsheet",
  files: {
    "people.csv": lines("Id;Født;Start", "K0012;01-05-2014;", "000123;02-06-2015;", "100123;03-07-2016;"),
    "absence.csv": lines("Id;2023;2024", "123;4;5", "100123;1;2", "K0012;7;8"),
  },
  cohort: study({
    measures: { absence: { file: "absence.csv", person: "Id", columns: "{year}", recode: { Id: { digits: 6 } } } },
  }),
  yields: {
    measures: {
      absence: [
        [7, 8],
        [4, 5],
        [1, 2],
      ],
    },
    noted: [["absence.csv", 4, "cohort/not-digits", "Id"]],
    problems: ["cohort/digits-padded"],
  },
};

const longIds: CohortCase = {
  ...zeros,
  name: "ids of more digits than there can be are left out where so declared",
  why: "a case number stands where the person's should",
  files: {
    "people.csv": lines("Id;Født;Start", "000123;01-05-2014;", "123000;02-06-2015;"),
    "absence.csv": lines("Id;2023;2024", "123;4;5", "2023000123;1;2"),
  },
  cohort: study({
    measures: {
      absence: { file: "absence.csv", person: "Id", columns: "{year}", recode: { Id: { digits: 6, others: "list" } } },
    },
  }),
  yields: {
    measures: {
      absence: [
        [4, 5],
        [null, null],
      ],
    },
    listed: [["absence.csv", 3, "cohort/not-digits", "Id"]],
  },
};

const numbers: CohortCase = {
  kind: "cohort",
  name: "a number with words and codes for unknown among its cells",
  why: "a questionnaire has 3 eller flere as its last answer and 99 for no answer",
  files: { "people.csv": background("Søskende", "0", "3 eller flere", "99", "2"), "absence.csv": absence },
  cohort: withPeople({
    covariates: { siblings: { column: "Søskende", type: "number" } },
    recode: { Søskende: { missing: [99], codes: { "3 eller flere": 3 } } },
  }),
  yields: {
    covariates: { siblings: [0, 3, 2] },
    listed: [["people.csv", 4, "cohort/covariate-missing", "Søskende"]],
  },
};

export const cases: readonly CorpusCase[] = [codes, renumbered, overlap, gap, merged, circle, thousands, zeros, longIds, numbers];
