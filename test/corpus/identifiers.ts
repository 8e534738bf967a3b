import type { CohortInput } from "@kontrafakt/cohort";
import { columnFromArray, tableFromColumns, tableToIPC, utf8 } from "@uwdata/flechette";
import { parquetWriteBuffer } from "hyparquet-writer";
import type { CohortCase, CorpusCase } from "./case.js";

const cohort = (more: Partial<CohortInput> = {}, people: Partial<CohortInput["people"]> = {}): CohortInput => ({
  extract: "2020-01-31",
  period: "year",
  from: "2019-01-01",
  to: "2019-12-31",
  eligibleAges: [0, 120],
  people: { file: "people.csv", person: "Id", born: "Born", start: "Start", ...people },
  services: { file: "services.csv", person: "Id", service: "Service", from: "From", to: "To" },
  outcomes: { care: { service: "Care" } },
  ...more,
});

const rows = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;
const services = (...lines: readonly string[]): string => rows("Id;Service;From;To", ...lines);

/** All numbers are ones that authorities publish for tests; see the tests of the detectors. */
const linked = (name: string, why: string, people: readonly [string, string], spells: readonly [string, string]): CohortCase => ({
  kind: "cohort",
  name,
  why,
  files: {
    "people.csv": rows("Id;Born;Start", `${people[0]};01-01-2000;`, `${people[1]};01-01-2001;01-07-2019`),
    "services.csv": services(`${spells[0]};Care;01-01-2019;10-01-2019`, `${spells[1]};Care;01-01-2019;20-01-2019`),
  },
  cohort: cohort(),
  yields: { people: 2, measures: { care: [[10], [20]] }, problems: ["cohort/identifiers-replaced"] },
});

const unasked = { Id: ["a", "b"], Mor: ["250947-9989", "210300-9996"], Born: ["2010-01-01", "2010-01-01"], Start: ["", ""] };

const typed = (name: string, file: string, content: Uint8Array): CohortCase => ({
  kind: "cohort",
  name,
  why: "Data warehouses hand out whole tables.",
  files: { [file]: content, "services.csv": services("a;Care;01-01-2019;05-01-2019") },
  cohort: cohort({}, { file }),
  yields: { people: 2, listed: [], noted: [], problems: ["cohort/identifier-unread"] },
});

export const cases: readonly CorpusCase[] = [
  linked(
    "CPR numbers with a hyphen in one file and without in the other",
    "The case system prints the hyphen, the payment system does not.",
    ["250947-9989", "210300-9996"],
    ["2509479989", "2103009996"],
  ),
  linked(
    "CPR numbers with a blank, and with the long dash of a word processor",
    "Lists that have been through a letter.",
    ["250947 9989", "210300 9996"],
    ["250947–9989", "210300–9996"],
  ),
  linked(
    "personnummer with ten digits in one file and twelve in the other",
    "Swedish systems differ in whether they keep the century; sekel is added from the day of the file.",
    ["000101-2384", "000102-2391"],
    ["200001012384", "200001022391"],
  ),
  linked(
    "fødselsnummer with a blank after the date",
    "The way Norwegians write it by hand.",
    ["200369 14700", "290200 73150"],
    ["20036914700", "29020073150"],
  ),
  linked(
    "henkilötunnus in small letters, with a mark of 2023",
    "Finnish numbers typed by hand; Y is another person than a hyphen would be.",
    ["100190-999p", "100190y999p"],
    ["100190-999P", "100190Y999P"],
  ),
  {
    kind: "cohort",
    name: "replacement numbers among CPR numbers",
    why: "People without a CPR number get one with letters from the hospital; both kinds stand in one column.",
    files: {
      "people.csv": rows("Id;Born;Start", "250947-9989;25-09-1947;", "310105-7JC9;31-01-2005;", "2103009996;21-03-2000;"),
      "services.csv": services("3101057jc9;Care;01-01-2019;05-01-2019"),
    },
    cohort: cohort(),
    yields: { people: 3, measures: { care: [[0], [5], [0]] }, noted: [], problems: ["cohort/identifiers-replaced"] },
  },
  {
    kind: "cohort",
    name: "no column of birth dates",
    why: "The export has the CPR number only; the birth date is in it. The last number is no date, so its row cannot be used.",
    files: {
      "people.csv": rows("Id;Start", "250947-9989;", "2103009996;01-07-2019", "050489-9756;", "990489-9756;"),
      "services.csv": services("2103009996;Care;01-01-2019;05-01-2019"),
    },
    cohort: cohort({ eligibleAges: [0, 30] }, { born: undefined, covariates: { birthYear: { type: "birthYear" } } }),
    yields: {
      people: 2,
      covariates: { birthYear: [2000, 1989] },
      listed: [
        ["people.csv", 2, "cohort/never-eligible"],
        ["people.csv", 5, "cohort/no-birth-date", "Id"],
      ],
      problems: ["cohort/born-from-identifier"],
    },
  },
  {
    kind: "cohort",
    name: "no column of birth dates, and ids that tell none",
    why: "A study copied from another municipality, whose ids are those of its case system.",
    files: {
      "people.csv": rows("Id;Start", "B10342;", "B10343;"),
      "services.csv": services("B10342;Care;01-01-2019;05-01-2019"),
    },
    cohort: cohort({}, { born: undefined }),
    yields: { refused: { code: "cohort/born-needed", file: "people.csv", column: "Id" } },
  },
  {
    kind: "cohort",
    name: "a birth date that the number contradicts, and a mistyped number",
    why: "One of the two is wrong; nobody can tell which, so the row is used and noted.",
    files: {
      "people.csv": rows(
        "Id;Born;Start",
        "640823-3234;23-08-1965;",
        "200001012384;01-01-2000;",
        "200001022391;02-01-2000;",
        "200001022383;02-01-2000;",
        "200001032391;03-01-2000;",
      ),
      "services.csv": services("196408233234;Care;01-01-2019;05-01-2019"),
    },
    cohort: cohort(),
    yields: {
      people: 5,
      measures: { care: [[5], [0], [0], [0], [0]] },
      noted: [
        ["people.csv", 2, "cohort/born-differs", "Born"],
        ["people.csv", 6, "cohort/identifier-invalid", "Id"],
      ],
    },
  },
  {
    kind: "cohort",
    name: "CPR numbers in the column of services",
    why: "A case worker wrote the sibling's number into the name of the service.",
    files: {
      "people.csv": rows("Id;Born;Start", "a;01-01-2010;", "b;01-01-2010;"),
      "services.csv": services("a;Care;01-01-2019;05-01-2019", "b;Care (søskende 210300-9996);01-01-2019;05-01-2019"),
    },
    cohort: cohort(),
    yields: { refused: { code: "cohort/identifier-in-column", file: "services.csv", column: "Service" } },
  },
  {
    kind: "cohort",
    name: "CPR numbers in the column of services, masked",
    why: "The same, where the municipality cannot get another export; the service then counts under its masked name.",
    files: {
      "people.csv": rows("Id;Born;Start", "a;01-01-2010;", "b;01-01-2010;"),
      "services.csv": services("a;Care;01-01-2019;05-01-2019", "b;Care 210300-9996;01-01-2019;05-01-2019"),
    },
    cohort: cohort({ identifiers: { otherColumns: "mask" }, outcomes: { care: { service: ["Care", "Care ######-####"] } } }),
    yields: { people: 2, measures: { care: [[5], [5]] }, listed: [], problems: ["cohort/identifier-masked"] },
  },
  {
    kind: "cohort",
    name: "a parent's number in a column that nobody asked for, and case notes",
    why: "Exports come with every column of the screen.",
    files: {
      "people.csv": rows(
        "Id;Mors CPR;Born;Start;Notat",
        "a;250947-9989;01-01-2010;;intet nyt",
        "b;210300-9996;01-01-2010;;far (050489-9756) ringet op",
      ),
      "services.csv": services("a;Care;01-01-2019;05-01-2019"),
    },
    cohort: cohort(),
    yields: { people: 2, listed: [], noted: [], problems: ["cohort/identifier-unread"] },
  },
  {
    kind: "cohort",
    name: "ten digits that are no identifiers",
    why: "Case numbers, EAN numbers and phone numbers have ten digits and more; they raise no alarm.",
    files: {
      "people.csv": rows(
        "Id;Telefon;Sag;Born;Start",
        ...["9912345670", "9823456781", "9734567892", "9645678903"].map(
          (id, i) => `${id};+45${70123456 + i};2019-${1000 + i};01-01-2010;`,
        ),
      ),
      "services.csv": services("9912345670;Care;01-01-2019;05-01-2019"),
    },
    cohort: cohort(),
    yields: { people: 4, measures: { care: [[5], [0], [0], [0]] }, listed: [], noted: [] },
  },
  typed(
    "Parquet with a column of CPR numbers that nobody asked for",
    "people.parquet",
    new Uint8Array(
      parquetWriteBuffer({
        columnData: Object.entries(unasked).map(([name, data]) => ({ name, data, type: "STRING" as const })),
      }),
    ),
  ),
  typed(
    "Arrow with a column of CPR numbers that nobody asked for",
    "people.arrow",
    tableToIPC(
      tableFromColumns(
        Object.fromEntries(Object.entries(unasked).map(([name, data]) => [name, columnFromArray(data, utf8())])) as never,
      ),
      { format: "file" },
    ) as Uint8Array,
  ),
];
