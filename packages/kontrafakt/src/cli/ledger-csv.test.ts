import type { Ledger } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import { ledgerCsv } from "./ledger-csv.js";

const ledger: Ledger = {
  kind: "ledger",
  files: [{ name: "people.csv", rowsRead: 3, rowsUsed: 2, rowsListed: 1 }],
  codes: ["cohort/never-observed", "x/unheard-of"],
  file: Int32Array.of(0, 0),
  row: Int32Array.of(2, 3),
  code: Int32Array.of(0, 1),
  listed: Uint8Array.of(1, 0),
  column: ["__proto__", "=cmd|' /C calc'!A0"],
  detail: ["<script>", "a;b"],
  flow: [],
};

test("one line a row, in the language, safe to open in a spreadsheet", () => {
  const lines = ledgerCsv(ledger, "da").split("\r\n");
  expect(lines[0]).toBe("\ufeffFil;Række;Brugt;Kolonne;Værdi (id-numre maskeret);Årsag;Kode");
  expect(lines[1]).toMatch(/^people\.csv;2;nej;__proto__;<script>;.+;cohort\/never-observed$/);
  expect(lines[2]).toBe(`people.csv;3;ja;'=cmd|' /C calc'!A0;"a;b";x/unheard-of;x/unheard-of`);
  expect(ledgerCsv(ledger, "en")).toContain("people.csv,2,no,");
});
