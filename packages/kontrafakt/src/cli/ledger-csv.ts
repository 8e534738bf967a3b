import type { Ledger } from "@kontrafakt/cohort";
import { allMessages } from "@kontrafakt/study";
import { csvText } from "./csv-text.js";

/** The ledger as a table: every row left out, and every row used with something to say about it. Internal. */
export function ledgerCsv(ledger: Ledger): string {
  const rows: (string | number)[][] = [["file", "row", "used", "reason", "column", "value", "explanation"]];
  for (let i = 0; i < ledger.row.length; i++) {
    const code = ledger.codes[ledger.code[i]];
    const [column, value] = [ledger.column[i], ledger.detail[i]];
    const used = ledger.listed[i] === 1 ? "no" : "yes";
    rows.push([ledger.files[ledger.file[i]].name, ledger.row[i], used, code, column, value, allMessages[code] ?? ""]);
  }
  return csvText(rows);
}
