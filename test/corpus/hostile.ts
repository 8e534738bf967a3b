import type { ColumnRequest, TableRequest } from "@kontrafakt/cohort";
import { strToU8, zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import { gzip, latin, workbook } from "./bytes/make-bytes.js";
import type { CorpusCase } from "./case.js";

const id: ColumnRequest = { header: "Id", type: "category", required: true, identifier: true };
const both: TableRequest = { columns: { id, amount: { header: "Beløb", type: "number" } } };
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const compound = (name: string) => {
  const file = new Uint8Array(1536);
  file.set(bytes("d0cf11e0a1b11ae1"));
  for (let i = 0; i < name.length; i++) file[1024 + 2 * i] = name.charCodeAt(i);
  return file;
};
let seed = 7;
const garbage = Uint8Array.from({ length: 5000 }, () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed >>> 24;
});
const book = await workbook(["Ark1", ["Id", "Beløb"], ["a", 1]]);
const parquet = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: "Id", data: ["a"], type: "STRING" },
      { name: "Beløb", data: [1], type: "DOUBLE" },
    ],
  }),
);
const packed = gzip(`Id;Beløb\n${Array.from({ length: 400 }, (_, i) => `${i};${i * 7919}\n`).join("")}`);

function refused(name: string, why: string, file: string, content: string | Uint8Array, code: string, row?: number): CorpusCase {
  const yields = { refused: { code, file, ...(row === undefined ? {} : { row }) } };
  return { kind: "table", name, why, files: { [file]: content }, request: both, yields };
}

export const cases: readonly CorpusCase[] = [
  refused("0 bytes", "an export that failed", "a.csv", "", "cohort/file-empty"),
  refused("blank lines alone", "an export without rows", "a.csv", "\n \r\n\n", "cohort/file-empty"),
  refused("binary garbage", "a damaged disk", "a.csv", garbage, "cohort/not-text"),
  refused(
    "two encodings put together",
    "last year's file pasted under this year's",
    "a.csv",
    new Uint8Array([...new TextEncoder().encode("Id;Beløb\na;1\n"), ...latin("\u00f8;2\n")]),
    "cohort/mixed-encodings",
  ),
  refused("a PDF", "the wrong button", "a.csv", "%PDF-1.7\n...", "cohort/is-other-kind"),
  refused("JSON", "a web service's answer", "a.csv", '[{"Id": "a", "Beløb": 1}]', "cohort/is-json"),
  refused("JSON, indented", "a web service's answer", "a.csv", '{\n  "Id": "a"\n}\n', "cohort/is-json"),
  refused(
    "a web page named xls",
    "systems that write HTML for Excel",
    "a.xls",
    "<html><body><table><tr><td>Id</td></tr></table></body></html>",
    "cohort/is-html",
  ),
  refused(
    "SpreadsheetML named xls",
    "systems that write XML for Excel",
    "a.xls",
    '<?xml version="1.0"?>\n<Workbook></Workbook>\n',
    "cohort/is-html",
  ),
  refused("an old workbook", "Excel 97–2003", "a.xls", compound("Workbook"), "cohort/is-old-workbook"),
  refused(
    "a workbook with a password",
    "a careful colleague",
    "a.xlsx",
    compound("EncryptedPackage"),
    "cohort/is-locked-workbook",
  ),
  refused("a workbook cut off", "a broken download", "a.xlsx", book.slice(0, book.length - 40), "cohort/workbook-broken"),
  refused(
    "a zip of a CSV file",
    "a mailed archive",
    "a.zip",
    zipSync({ "a.csv": strToU8("Id;Beløb\n") }),
    "cohort/is-other-kind",
  ),
  refused("an OpenDocument sheet", "LibreOffice", "a.ods", zipSync({ "content.xml": strToU8("<x/>") }), "cohort/is-other-kind"),
  refused("gzip cut off", "a broken download", "a.csv.gz", packed.slice(0, packed.length - 100), "cohort/gzip-broken"),
  refused(
    "gzip damaged",
    "a damaged disk",
    "a.csv.gz",
    packed.map((b, i) => (i === 200 ? b ^ 0xff : b)),
    "cohort/gzip-broken",
  ),
  refused("gzip in gzip", "packed twice", "a.csv.gz", gzip(packed), "cohort/is-other-kind"),
  refused("Parquet cut off", "a broken download", "a.parquet", parquet.slice(0, parquet.length - 9), "cohort/parquet-broken"),
  refused("Arrow cut off", "a broken download", "a.arrow", latin("ARROW1\0\0\xff\xff\xff\xff\x10\x00"), "cohort/arrow-broken"),
  refused("zero bytes at the start", "a file that was never written", "a.csv", new Uint8Array(400), "cohort/not-text"),
  refused(
    "a quotation mark that the header does not close",
    "a header typed by hand",
    "a.csv",
    '"Id;Beløb\na;1\n',
    "cohort/broken-header",
    1,
  ),
  {
    kind: "table",
    name: "a header and no rows",
    why: "a period without cases",
    files: { "a.csv": "Id;Beløb\n" },
    request: both,
    yields: { columns: { id: [], amount: [] } },
  },
  {
    kind: "table",
    name: "a line of 100,000 columns",
    why: "a file turned on its side",
    files: {
      "a.csv": `Id;Beløb;${Array.from({ length: 99_998 }, (_, i) => `k${i}`).join(";")}\na;1${";9".repeat(99_998)}\nb;2\n`,
    },
    request: both,
    yields: { columns: { id: ["a"], amount: [1] }, listed: [["a.csv", 3, "cohort/too-few-fields"]] },
  },
  {
    kind: "table",
    name: "an unclosed quotation mark",
    why: "inches and free text",
    files: { "a.csv": 'Id;Beløb\na;1\nb;"2\nc;3\n"d";4\n' },
    request: both,
    yields: { columns: { id: ["a", "c", "d"], amount: [1, 3, 4] }, listed: [["a.csv", 3, "cohort/broken-quotes"]] },
  },
  {
    kind: "table",
    name: "zero bytes in the middle and at the end",
    why: "a file that was not written to its end",
    files: { "a.csv": `Id;Beløb;Note\n${"a;1;tekst\n".repeat(98)}b;\0\0;x\nc;3;x\n${"\0".repeat(20)}` },
    request: both,
    yields: {
      listed: [
        ["a.csv", 100, "cohort/zero-bytes"],
        ["a.csv", 102, "cohort/zero-bytes"],
      ],
    },
  },
];
