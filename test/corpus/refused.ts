import type { CohortInput, ColumnRequest, TableRequest } from "@kontrafakt/cohort";
import { strToU8, zipSync } from "fflate";
import { latin } from "./bytes/make-bytes.js";
import type { Content, CorpusCase, Refused } from "./case.js";

const id: ColumnRequest = { header: "Id", type: "category", required: true, identifier: true };
const amount: ColumnRequest = { header: "Beløb", type: "number" };
const both: TableRequest = { columns: { id, amount } };

const refused = (
  name: string,
  why: string,
  content: Content,
  told: Refused,
  request: Partial<TableRequest> = {},
): CorpusCase => ({
  kind: "table",
  name,
  why,
  files: { "a.csv": content },
  request: { ...both, ...request },
  yields: { refused: { file: "a.csv", ...told } },
});

/** A workbook whose directory says that its sheet unpacks to 2 GB. */
function swollen(): Uint8Array {
  const zip = zipSync({ "xl/workbook.xml": strToU8("<workbook/>"), "xl/worksheets/sheet1.xml": strToU8("<worksheet/>") });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 4 <= zip.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
  }
  return zip;
}

const lists: CohortInput = {
  extract: "2020-01-31",
  period: "year",
  from: "2019-01-01",
  to: "2019-12-31",
  people: {
    file: "people.csv",
    person: "Id",
    born: "Born",
    start: "Start",
    covariates: { school: "School" },
    recode: { School: { list: { file: "schools.csv", code: "Code", value: "Name" } } },
  },
  services: { file: "services.csv", person: "Id", service: "Service", from: "From", to: "To" },
  outcomes: { care: { service: "Care" } },
};

/** Files that cannot be read, and what each is told. */
export const cases: readonly CorpusCase[] = [
  refused("a column under another name", "the column was renamed in the system", "Id;Udgift i alt\na;1\n", {
    code: "cohort/column-missing",
    row: 1,
    column: "Beløb",
  }),
  refused("a column misspelt", "the study was written from memory", "Id;Belob\na;1\n", {
    code: "cohort/column-missing-nearest",
    row: 1,
    column: "Beløb",
  }),
  refused(
    "a declared encoding that the bytes are not",
    "the export was changed to Windows-1252 after the study was written",
    latin("Id;Bel\u00f8b\na;1\n"),
    { code: "cohort/not-in-encoding" },
    { format: { encoding: "utf-8" } },
  ),
  refused(
    "fewer rows than the header is said to have",
    "the study was copied from one whose files have titles over the headers",
    "Id;Beløb\n",
    { code: "cohort/header-cut-off" },
    { format: { headerRows: 3 } },
  ),
  refused("one line without end", "a file of fixed width, or no table at all", `Id;Beløb\na;${"1".repeat((1 << 22) + 9)}`, {
    code: "cohort/line-too-long",
    row: 2,
  }),
  refused("a workbook that would unpack to gigabytes", "a formatted empty sheet, or a file made to do harm", swollen(), {
    code: "cohort/workbook-too-large",
  }),
  {
    kind: "cohort",
    name: "national identifiers in a list of codes",
    why: "a teacher's CPR number stood where the school's number should",
    files: {
      "people.csv": "Id;Born;Start;School\na;2010-01-01;;1\nb;2010-01-01;;2\n",
      "services.csv": "Id;Service;From;To\na;Care;2019-01-01;2019-01-10\n",
      "schools.csv": "Code;Name\n250947-9989;North\n210300-9996;South\n",
    },
    cohort: lists,
    yields: { refused: { code: "cohort/identifier-not-wanted", file: "schools.csv", column: "Code" } },
  },
];
