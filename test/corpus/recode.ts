import type { CohortInput } from "@kontrafakt/cohort";
import type { CohortCase, CorpusCase } from "./case.js";

/** Two years of a small municipality; whatever a case is about is put on top. */
const people: CohortInput["people"] = { file: "people.csv", person: "Id", born: "Født", start: "Start" };
const services = { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" };
const study = (own: Partial<CohortInput>): CohortInput => ({
  extract: "2025-01-31",
  period: "year",
  from: "2023-01-01",
  to: "2024-12-31",
  people,
  outcomes: { absence: { measure: "absence" } },
  measures: { absence: { file: "absence.csv", person: "Id", columns: "{year}" } },
  ...own,
});
const placements = (own: Partial<CohortInput>) =>
  study({ measures: {}, outcomes: { placement: { service: "Anbringelse" } }, ...own });
const lines = (...rows: string[]) => `${rows.join("\n")}\n`;

const absence = lines("Id;2023;2024", "1;10;20", "2;0;5", "3;1;2");
const plain = lines("Id;Født;Start", "1;01-05-2014;", "2;02-06-2015;", "3;03-07-2016;");
const list = { file: "paragraffer.csv", code: "Kode", value: "Navn", from: "Fra", to: "Til" };
const background = (header: string, ...cells: string[]) =>
  lines(`Id;Født;Start;${header}`, ...cells.map((cell, i) => `${i + 1};0${i + 1}-05-2014;;${cell}`));
const withPeople = (own: Partial<CohortInput["people"]>) => study({ people: { ...people, ...own } });

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

export const cases: readonly CorpusCase[] = [
  codes,
  renumbered,
  overlap,
  gap,
  merged,
  circle,
  thousands,
  zeros,
  longIds,
  numbers,
  levels,
  booleans,
  ticked,
  unticked,
  indicator,
  lumped,
  unread,
  ranges,
  names,
  weeks,
];
