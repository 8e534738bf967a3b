import type { ColumnRequest, TableRequest } from "@kontrafakt/cohort";
import { date, gzip, rewritten, workbook } from "./bytes/make-bytes.js";
import type { CorpusCase } from "./case.js";

const id: ColumnRequest = { header: "Id", type: "category", required: true, identifier: true };
const amount: ColumnRequest = { header: "Beløb", type: "number" };
const day: ColumnRequest = { header: "Dag", type: "day" };
const all: TableRequest = { columns: { id, amount, day } };
const head = ["Id", "Beløb", "Dag"];
const book = await workbook(["Ark1", head, ["a", 1.1, date("2020-02-29")], [10101, -2, null]]);
const years = await workbook(
  ["Forside", ["Ydelser"], ["Se arkene"]],
  ["2023", head, ["a", 1, date("2023-01-01")]],
  ["2024", ["Udtræk"], ["Dag", "Id", "Beløb"], [date("2024-01-01"), "a", 2], [null, null, 2]],
);
const sheetXml = "xl/worksheets/sheet1.xml";

export const cases: readonly CorpusCase[] = [
  {
    kind: "table",
    name: "a workbook with texts, numbers and dates",
    why: "Excel",
    files: { "a.xlsx": book },
    request: all,
    yields: {
      columns: { id: ["a", "10101"], amount: [1.1, -2], day: ["2020-02-29", null] },
      detected: { kind: "xlsx", sheet: "Ark1", headerLine: 1, encoding: "", delimiter: "" },
    },
  },
  {
    kind: "table",
    name: "a workbook under another name",
    why: "renamed to get past a mail filter",
    files: { "a.csv": book },
    request: all,
    yields: { columns: { amount: [1.1, -2] }, detected: { kind: "xlsx" } },
  },
  {
    kind: "table",
    name: "a gzipped workbook",
    why: "scheduled exports",
    files: { "a.xlsx.gz": gzip(book) },
    request: all,
    yields: { columns: { amount: [1.1, -2] }, detected: { kind: "xlsx", compression: "gzip" } },
  },
  {
    kind: "table",
    name: "the 1904 system",
    why: "workbooks begun on a Macintosh",
    files: {
      "a.xlsx": rewritten(book, (name, text) =>
        name === "xl/workbook.xml" ? text.replace(/<workbookPr[^>]*\/>|(?=<sheets>)/, '<workbookPr date1904="1"/>') : text,
      ),
    },
    request: all,
    yields: { columns: { day: ["2024-03-01", null] } },
  },
  {
    kind: "table",
    name: "error cells",
    why: "formulas that look up in another sheet",
    files: {
      "a.xlsx": rewritten(book, (name, text) =>
        name === sheetXml ? text.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2" t="e"><v>#N/A</v></c>') : text,
      ),
    },
    request: all,
    yields: { columns: { amount: [null, -2] }, noted: [["a.xlsx", 2, "cohort/error-cell", "Beløb"]] },
  },
  {
    kind: "table",
    name: "an error cell where a value is needed",
    why: "formulas that look up in another sheet",
    files: {
      "a.xlsx": rewritten(book, (name, text) =>
        name === sheetXml ? text.replace(/<c r="A3"[^>]*>.*?<\/c>/, '<c r="A3" t="e"><v>#REF!</v></c>') : text,
      ),
    },
    request: all,
    yields: { columns: { id: ["a"] }, listed: [["a.xlsx", 3, "cohort/error-cell", "Id"]] },
  },
  {
    kind: "table",
    name: "cells without addresses and names with a prefix",
    why: "report servers that write workbooks themselves",
    files: {
      "a.xlsx": rewritten(book, (name, text) =>
        name === sheetXml
          ? text
              .replace(/(<c) r="[A-Z]+\d+"/g, "$1")
              .replace(/<(\/?)(worksheet|sheetData|row|c|v)\b/g, "<$1x:$2")
              .replace("<x:worksheet", '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"')
          : text,
      ),
    },
    request: all,
    yields: { columns: { id: ["a", "10101"], amount: [1.1, -2], day: ["2020-02-29", null] } },
  },
  {
    kind: "table",
    name: "Boolean cells",
    why: "tick boxes",
    files: { "a.xlsx": await workbook(["Ark1", ["Id", "Ja"], ["a", true], ["b", false], ["c", null]]) },
    request: { columns: { id, yes: { header: "Ja", type: "category" }, one: { header: "Ja", type: "number" } } },
    yields: { columns: { yes: ["true", "false", null], one: [1, 0, null] } },
  },
  {
    kind: "table",
    name: "identifiers of more digits than a spreadsheet keeps",
    why: "case numbers typed as numbers",
    files: { "a.xlsx": await workbook(["Ark1", ["Id", "Beløb"], [1234567890123456, 1], [123456789012345, 2]]) },
    request: { columns: { id, amount } },
    yields: { columns: { id: ["123456789012345"] }, listed: [["a.xlsx", 2, "cohort/identifier-digits-lost", "Id"]] },
  },
  {
    kind: "table",
    name: "numbers and dates as texts in a workbook",
    why: "columns formatted as text",
    files: { "a.xlsx": await workbook(["Ark1", head, ["a", "1.234,5", "01-02-2020"], ["b", "2,5", "2020-02-01"]]) },
    request: all,
    yields: { columns: { amount: [1234.5, 2.5], day: ["2020-02-01", "2020-02-01"] } },
  },
  {
    kind: "table",
    name: "sheets one a year, all of them",
    why: "one workbook kept for years",
    files: { "bog.xlsx": years },
    request: { columns: { id, amount, year: { header: "{sheet}", type: "number" } }, format: { sheet: "all" } },
    yields: {
      columns: { id: ["a", "a"], amount: [1, 2], year: [2023, 2024] },
      listed: [["bog.xlsx [2024]", 4, "cohort/missing-value", "Id"]],
      detected: { sheet: "2023", skippedSheets: ["Forside"] },
    },
  },
  {
    kind: "table",
    name: "several sheets that hold the columns, none chosen",
    why: "one workbook kept for years",
    files: { "bog.xlsx": years },
    request: all,
    yields: { refused: { code: "cohort/several-sheets", file: "bog.xlsx" } },
  },
  {
    kind: "table",
    name: "a sheet by its name",
    why: "one workbook kept for years",
    files: { "bog.xlsx": years },
    request: { ...all, format: { sheet: "2024" } },
    yields: {
      columns: { amount: [2] },
      listed: [["bog.xlsx", 4, "cohort/missing-value"]],
      detected: { sheet: "2024", headerLine: 2 },
    },
  },
  {
    kind: "table",
    name: "a sheet by its number",
    why: "sheets with names that change",
    files: { "bog.xlsx": years },
    request: { ...all, format: { sheet: 2 } },
    yields: { columns: { amount: [1] }, detected: { sheet: "2023" } },
  },
  {
    kind: "table",
    name: "a sheet that is not there",
    why: "a renamed sheet",
    files: { "bog.xlsx": years },
    request: { ...all, format: { sheet: "2025" } },
    yields: { refused: { code: "cohort/sheet-missing", file: "bog.xlsx" } },
  },
  {
    kind: "table",
    name: "a fault in one of the sheets",
    why: "one workbook kept for years",
    files: { "bog.xlsx": await workbook(["2023", head, ["a", 1, null]], ["2024", ["Id", "Beloeb", "Dag"], ["a", 1, null]]) },
    request: { ...all, format: { sheet: "all" } },
    yields: { refused: { code: "cohort/column-missing-nearest", file: "bog.xlsx [2024]", row: 1, column: "Beløb" } },
  },
];
