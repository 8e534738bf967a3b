import type { Where } from "@kontrafakt/base";
import type { Table } from "../table/table.js";
import type { LedgerBuilder } from "./create-ledger.js";

/** A ledger seen from one table: rows by their place in the table. */
export interface TableAccount {
  /** Lists a row that is left out. False if it was listed before. */
  list(row: number, code: string, column?: string, detail?: string): boolean;
  /** Notes something about a row that is used. */
  note(row: number, code: string, column?: string, detail?: string): void;
  /** Counts the rows that went into the data. */
  used(rows: ArrayLike<number>): void;
  /** Where a row stands, for messages. */
  where(row: number, column?: string): Where;
  /** The line of another row, with its file where that is another. */
  lineOf(other: number, seenFrom: number): string;
}

export function tableAccount(ledger: LedgerBuilder, table: Table): TableAccount {
  const { part, parts, origin } = table;
  const name = (row: number) => parts[part?.[row] ?? 0];
  return {
    list: (row, code, column, detail) => ledger.list(name(row), origin[row], code, column, detail),
    note: (row, code, column, detail) => ledger.note(name(row), origin[row], code, column, detail),
    used(rows) {
      const counts = new Int32Array(parts.length);
      for (let k = 0; k < rows.length; k++) counts[part?.[rows[k]] ?? 0]++;
      parts.forEach((account, p) => {
        ledger.used(account, counts[p]);
      });
    },
    where: (row, column) => ({ file: name(row), row: origin[row], ...(column === undefined ? {} : { column }) }),
    lineOf: (other, seenFrom) => (name(other) === name(seenFrom) ? String(origin[other]) : `${name(other)} ${origin[other]}`),
  };
}
