import type { ColumnRequest, TableRequest } from "@kontrafakt/cohort";
import {
  columnFromArray,
  dateDay,
  decimal,
  dictionary,
  float64,
  int64,
  tableFromColumns,
  tableToIPC,
  timestamp,
  utf8,
} from "@uwdata/flechette";
import { parquetWriteBuffer } from "hyparquet-writer";
import { date, gzip } from "./bytes/make-bytes.js";
import type { CorpusCase } from "./case.js";

const id: ColumnRequest = { header: "Id", type: "category", required: true, identifier: true };
const amount: ColumnRequest = { header: "Beløb", type: "number" };
const day: ColumnRequest = { header: "Dag", type: "day" };
const all: TableRequest = { columns: { id, amount, day } };

const parquet = (columnData: unknown, more: object = {}) => new Uint8Array(parquetWriteBuffer({ columnData, ...more } as never));
const usual = parquet([
  { name: "Andet", data: ["x", "y", "z"], type: "STRING" },
  { name: "Id", data: ["a", "b", "a"], type: "STRING" },
  { name: "Beløb", data: [1.1, null, -2], type: "DOUBLE", nullable: true },
  { name: "Dag", data: [date("2020-02-29"), null, date("1899-12-31")], type: "TIMESTAMP", nullable: true },
]);
const values = { id: ["a", "b", "a"], amount: [1.1, null, -2], day: ["2020-02-29", null, "1899-12-31"] };

const columns = {
  Id: columnFromArray(["a", "b", "a"], dictionary(utf8())),
  Beløb: columnFromArray([1.1, null, -2], float64()),
  Dag: columnFromArray([date("2020-02-29"), null, date("1899-12-31")], dateDay()),
};
const arrow = (format: "file" | "stream", given: object = columns) =>
  tableToIPC(tableFromColumns(given as never), { format }) as Uint8Array;

export const cases: readonly CorpusCase[] = [
  {
    kind: "table",
    name: "Parquet with texts, nulls and moments",
    why: "data warehouses",
    files: { "a.parquet": usual },
    request: all,
    yields: { columns: values, detected: { kind: "parquet", header: ["Andet", "Id", "Beløb", "Dag"], headerLine: 1 } },
  },
  {
    kind: "table",
    name: "gzipped Parquet",
    why: "somebody who packs everything",
    files: { "a.parquet.gz": gzip(usual) },
    request: all,
    yields: { columns: values, detected: { kind: "parquet", compression: "gzip" } },
  },
  {
    kind: "table",
    name: "Parquet with 64-bit numbers",
    why: "identifiers as numbers in a warehouse",
    files: {
      "a.parquet": parquet([
        { name: "Id", data: [1234567890123456789n, 7n], type: "INT64" },
        { name: "Beløb", data: [9007199254740993n, 9007199254740992n], type: "INT64" },
      ]),
    },
    request: { columns: { id, amount } },
    yields: {
      columns: { id: ["1234567890123456789", "7"], amount: [null, 9007199254740992] },
      noted: [["a.parquet", 2, "cohort/unreadable-number", "Beløb"]],
    },
  },
  {
    kind: "table",
    name: "Parquet with decimals",
    why: "amounts kept exactly",
    files: {
      "a.parquet": parquet(
        [
          { name: "Id", data: ["a", "b", "c"] },
          { name: "Beløb", data: [1.15, -0.01, 1000000000.29] },
        ],
        {
          schema: [
            { name: "root", num_children: 2 },
            { name: "Id", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
            { name: "Beløb", type: "INT64", converted_type: "DECIMAL", scale: 2, precision: 15, repetition_type: "REQUIRED" },
          ],
        },
      ),
    },
    request: { columns: { id, amount } },
    yields: { columns: { amount: [1.15, -0.01, 1000000000.29] } },
  },
  {
    kind: "table",
    name: "Parquet with days and local midnights stored in universal time",
    why: "a data frame with a time zone",
    files: {
      "a.parquet": parquet([
        { name: "Id", data: ["a", "b", "c"], type: "STRING" },
        {
          name: "Dag",
          data: [new Date("2020-06-30T22:00:00Z"), new Date("2020-01-31T23:00:00Z"), new Date("2020-01-31T22:30:00Z")],
          type: "TIMESTAMP",
        },
      ]),
    },
    request: { columns: { id, day } },
    yields: { columns: { day: ["2020-07-01", "2020-02-01", "2020-01-31"] } },
  },
  {
    kind: "table",
    name: "Parquet that lacks a column",
    why: "a study written for another export",
    files: { "a.parquet": usual },
    request: { columns: { id, amount: { header: "Beloeb", type: "number" } } },
    yields: { refused: { code: "cohort/column-missing-nearest", file: "a.parquet", column: "Beloeb" } },
  },
  {
    kind: "table",
    name: "Parquet with a column of parts",
    why: "nested data",
    files: {
      "a.parquet": parquet(
        [
          { name: "Id", data: ["a"] },
          { name: "Beløb", data: [{ kr: 1 }] },
        ],
        {
          schema: [
            { name: "root", num_children: 2 },
            { name: "Id", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
            { name: "Beløb", num_children: 1, repetition_type: "REQUIRED" },
            { name: "kr", type: "DOUBLE", repetition_type: "REQUIRED" },
          ],
        },
      ),
    },
    request: { columns: { id, amount } },
    yields: { refused: { code: "cohort/column-kind", file: "a.parquet", column: "Beløb" } },
  },
  {
    kind: "table",
    name: "an Arrow file",
    why: "R, Python, notebooks",
    files: { "a.arrow": arrow("file") },
    request: all,
    yields: { columns: values, detected: { kind: "arrow" } },
  },
  {
    kind: "table",
    name: "an Arrow stream",
    why: "databases that answer in Arrow",
    files: { "a.arrows": arrow("stream") },
    request: all,
    yields: { columns: values, detected: { kind: "arrow" } },
  },
  {
    kind: "table",
    name: "Arrow with 64-bit numbers, decimals and moments",
    why: "databases that answer in Arrow",
    files: {
      "a.arrow": arrow("file", {
        Id: columnFromArray([1234567890123456789n, 7n], int64()),
        Beløb: columnFromArray([1.25, -0.5], decimal(18, 2)),
        Dag: columnFromArray(
          [new Date("2020-06-30T22:00:00Z"), new Date("2020-06-30T00:00:00Z")],
          timestamp(1, "Europe/Copenhagen"),
        ),
      }),
    },
    request: all,
    yields: { columns: { id: ["1234567890123456789", "7"], amount: [1.25, -0.5], day: ["2020-07-01", "2020-06-30"] } },
  },
];
