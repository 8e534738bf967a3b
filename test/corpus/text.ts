import type { ColumnRequest, TableRequest } from "@kontrafakt/cohort";
import { gzip, latin, utf16 } from "./bytes/make-bytes.js";
import type { CorpusCase, TableCase } from "./case.js";

const id: ColumnRequest = { header: "Id", type: "category", required: true, identifier: true };
const amount: ColumnRequest = { header: "Beløb", type: "number" };
const day: ColumnRequest = { header: "Dag", type: "day" };
const both: TableRequest = { columns: { id, amount } };
const yields = { columns: { id: ["a", "b"], amount: [1.5, 2] } };
const plain = "Id;Beløb\na;1,5\nb;2\n";

/** Files that all hold the same two rows. */
function same(
  name: string,
  why: string,
  content: string | Uint8Array,
  detected: TableCase["yields"]["detected"] = {},
): CorpusCase {
  return { kind: "table", name, why, files: { "a.csv": content }, request: both, yields: { ...yields, detected } };
}

export const cases: readonly CorpusCase[] = [
  same("UTF-8 with a byte order mark", "Excel's CSV UTF-8", `\ufeff${plain}`, { encoding: "utf-8", delimiter: ";" }),
  same("Windows-1252", "most Nordic line-of-business systems", latin("Id;Bel\u00f8b\na;1,5\nb;2\n"), {
    encoding: "windows-1252",
  }),
  same("UTF-16LE with a byte order mark", "Excel's Unicode text", utf16(`\ufeff${plain.replaceAll(";", "\t")}`, "le"), {
    encoding: "utf-16le",
    delimiter: "\t",
  }),
  same("UTF-16LE without a mark", "SQL Server's bcp -w", utf16(plain, "le"), { encoding: "utf-16le" }),
  same("UTF-16BE without a mark", "old mainframe bridges", utf16(plain, "be"), { encoding: "utf-16be" }),
  same("gzipped", "scheduled exports", gzip(plain), { kind: "csv", compression: "gzip" }),
  same("gzipped in two members", "cat of two gzip files", new Uint8Array([...gzip("Id;Beløb\na;1,5\n"), ...gzip("b;2\n")])),
  same("gzipped Windows-1252", "scheduled exports of old systems", gzip(latin("Id;Bel\u00f8b\na;1,5\nb;2\n")), {
    encoding: "windows-1252",
    compression: "gzip",
  }),
  same("mixed line breaks", "files put together on two systems", "Id;Beløb\r\na;1,5\nb;2\r"),
  same("carriage returns alone", "old Macintosh exports", plain.replaceAll("\n", "\r")),
  same("no last line break", "many systems", plain.trimEnd()),
  same("bars between the fields", "SAP", plain.replaceAll(";", "|").replaceAll(",", "."), { delimiter: "|", decimal: "." }),
  same("every field quoted", "Business Objects", '"Id";"Beløb"\n"a";"1,5"\n"b";"2"\n'),
  same("sep= line", "Excel's own mark", `sep=;\n${plain}`, { headerLine: 2 }),
  same("decomposed letters", "files that passed a Macintosh", plain.normalize("NFD")),
  same(
    "header with no-break spaces, zero width characters and soft hyphens",
    "copied from a web page",
    "I\u00add;\u200bBeløb\u00a0\na;1,5\nb;2\n",
  ),
  {
    kind: "table",
    name: "embedded line breaks",
    why: "free text exported with its line breaks",
    files: { "a.csv": 'Id;Beløb;Note\na;1;"to\nlinjer"\nb;2;"én"\nc;3;\n' },
    request: { columns: { id, amount, note: { header: "Note", type: "text" } } },
    yields: { columns: { id: ["a", "b", "c"], note: ["to\nlinjer", "én", null] } },
  },
  {
    kind: "table",
    name: "mixed decimal marks",
    why: "cells typed by hand among those of a system",
    files: { "a.csv": "Id;Beløb\na;1,5\nb;2.5\nc;3,25\nd;1.234,5\n" },
    request: both,
    yields: {
      columns: { amount: [1.5, null, 3.25, 1234.5] },
      noted: [["a.csv", 3, "cohort/unreadable-number", "Beløb"]],
      detected: { decimal: ",", thousands: "." },
    },
  },
  {
    kind: "table",
    name: "thousands grouped by no-break spaces and apostrophes",
    why: "Swedish and Swiss locales",
    files: { "a.csv": "Id;Beløb\na;1\u00a0234,5\nb;1'234\nc;12\u202f345\n" },
    request: both,
    yields: { columns: { amount: [1234.5, 1234, 12345] }, detected: { thousands: " '" } },
  },
  {
    kind: "table",
    name: "three digits behind a point, declared to be thousands",
    why: "amounts without øre",
    files: { "a.csv": "Id,Beløb\na,1.234\nb,12.000\n" },
    request: { ...both, format: { thousands: "." } },
    yields: { columns: { amount: [1234, 12000] }, detected: { decimal: "," } },
  },
  {
    kind: "table",
    name: "three digits behind a point, and nothing that tells what they are",
    why: "amounts without øre",
    files: { "a.csv": "Id;Beløb\na;12\nb;1.234\nc;12.000\n" },
    request: both,
    yields: { columns: { amount: [12, 1234, 12000] }, noted: [["a.csv", 3, "cohort/thousands-or-decimals", "Beløb"]] },
  },
  {
    kind: "table",
    name: "no thousands, declared",
    why: "weights with three decimals",
    files: { "a.csv": "Id;Beløb\na;1.234\nb;1,5\n" },
    request: { ...both, format: { thousands: "none" } },
    yields: { columns: { amount: [null, 1.5] }, noted: [["a.csv", 2, "cohort/unreadable-number"]] },
  },
  {
    kind: "table",
    name: "minus signs, plus signs and currency",
    why: "ledgers",
    files: { "a.csv": "Id;Beløb\na;-5\nb;\u22125,5\nc;+5\nd;5 kr\ne;1E3\n" },
    request: both,
    yields: { columns: { amount: [-5, -5.5, 5, null, 1000] }, noted: [["a.csv", 5, "cohort/unreadable-number"]] },
  },
  {
    kind: "table",
    name: "dates in every form that cannot be mistaken",
    why: "files from several systems put together",
    files: {
      "a.csv": "Id;Dag\na;01-02-2003\nb;1.2.2003\nc;01/02/2003\nd;2003-02-01\ne;20030201\nf;2003-02-01T00:00:00\ng;29-02-2003\n",
    },
    request: { columns: { id, day } },
    yields: {
      columns: { day: [...Array(6).fill("2003-02-01"), null] },
      noted: [["a.csv", 8, "cohort/unreadable-date", "Dag"]],
    },
  },
  {
    kind: "table",
    name: "dates with the month first",
    why: "American settings",
    files: { "a.csv": "Id,Dag\na,02/28/2021\nb,03/30/2021\nc,04/15/2021\nd,01/02/2021\n" },
    request: { columns: { id, day } },
    yields: { refused: { code: "cohort/month-first", file: "a.csv", row: 2, column: "Dag" } },
  },
  {
    kind: "table",
    name: "day numbers of a spreadsheet, declared",
    why: "a date column saved in the General format",
    files: { "a.csv": "Id;Dag\na;37653\nb;44562\n" },
    request: { columns: { id, day }, format: { dates: "excel" } },
    yields: { columns: { day: ["2003-02-01", "2022-01-01"] } },
  },
  {
    kind: "table",
    name: "missing codes",
    why: "statistical packages and registers",
    files: { "a.csv": "Id;Beløb\na;-9\nb;NA\nc;.\nd;9\n" },
    request: { ...both, format: { missing: ["", "-9", "NA", "."] } },
    yields: { columns: { amount: [null, null, null, 9] }, detected: { missing: ["-9", ".", "NA"] } },
  },
  {
    kind: "table",
    name: "identifiers stored as numbers",
    why: "a spreadsheet that took ids for amounts",
    files: { "a.csv": "Id;Beløb\n10101,0;1\n1,0102E+4;2\n1,0E+9;3\n1,23457E+11;4\n10103;5\n" },
    request: both,
    yields: {
      columns: { id: ["10101", "10102", "10103"] },
      listed: [
        ["a.csv", 4, "cohort/identifier-digits-lost", "Id"],
        ["a.csv", 5, "cohort/identifier-digits-lost", "Id"],
      ],
      noted: [
        ["a.csv", 2, "cohort/identifier-as-number", "Id"],
        ["a.csv", 3, "cohort/identifier-as-number", "Id"],
      ],
    },
  },
  {
    kind: "table",
    name: "blanks and zero width characters around identifiers",
    why: "cells pasted by hand",
    files: { "a.csv": "Id;Beløb\n a ;1\n\u200bb\u00a0;2\n" },
    request: both,
    yields: {
      columns: { id: ["a", "b"] },
      noted: [
        ["a.csv", 2, "cohort/identifier-trimmed"],
        ["a.csv", 3, "cohort/identifier-trimmed"],
      ],
    },
  },
  {
    kind: "table",
    name: "two files of one form, columns in other order",
    why: "one file a year",
    files: { "2023.csv": "Id;Beløb;Dag\na;1,5;01-02-2023\nb;2;\n", "2024.csv": "Dag,Id,Beløb\n2024-02-01,b,2.5\n,c,x\n" },
    request: { columns: { id, amount, day } },
    yields: {
      columns: { id: ["a", "b", "b", "c"], amount: [1.5, 2, 2.5, null], day: ["2023-02-01", null, "2024-02-01", null] },
      noted: [["2024.csv", 3, "cohort/unreadable-number", "Beløb"]],
    },
  },
  {
    kind: "table",
    name: "two files, the second without an optional column",
    why: "a column that came with a new system",
    files: { "1.csv": "Id;Beløb\na;1\n", "2.csv": "Id\nb\n", "3.csv": "Id;Beløb\nc;3\n" },
    request: { columns: { id, amount: { ...amount, optional: true } } },
    yields: { columns: { id: ["a", "b", "c"], amount: [1, null, 3] } },
  },
  {
    kind: "table",
    name: "two files with other wide columns",
    why: "a file a year with a column a week",
    files: { "1.csv": "Id;y_2301;y_2302\na;111;730\n", "2.csv": "Id;y_2401\nb;730\n" },
    request: {
      columns: { id },
      wide: { matches: (header) => /^y_\d{4}$/.test(header), description: "y_{year}{week}", type: "category" },
    },
    yields: { columns: { y_2301: ["111", null], y_2302: ["730", null], y_2401: [null, "730"] } },
  },
  {
    kind: "table",
    name: "two files, a fault in the second",
    why: "one file a year",
    files: { "1.csv": "Id;Beløb\na;1\n", "2.csv": "Id;Belob\nb;2\n" },
    request: both,
    yields: { refused: { code: "cohort/column-missing-nearest", file: "2.csv", row: 1, column: "Beløb" } },
  },
  {
    kind: "table",
    name: "names that are parts of an object",
    why: "hostile headers and values",
    files: { "a.csv": "__proto__;constructor\n__proto__;toString\nhasOwnProperty;__proto__\n" },
    request: {
      columns: new Map([
        ["__proto__", { header: "__proto__", type: "category", required: true }],
        ["b", { header: "constructor", type: "text" }],
      ]),
    },
    yields: { columns: { b: ["toString", "__proto__"] } },
  },
];
