import { maskIdentifier } from "../disclosure/mask-identifier.js";
import type { TableAccount } from "../ledger/table-account.js";
import type { ServicesBlock } from "../options/services-options.js";
import type { CategoryColumn, Table } from "../table/table.js";

/** Rows of weekly codes that are left out, 1 each: unknown people, people who had a row, rows that `keep` leaves out. */
export function weeklyFaults(
  table: Table,
  unitOf: Int32Array,
  unmet: (row: number) => string | undefined,
  block: ServicesBlock,
  account: TableAccount,
): Uint8Array {
  const person = table.columns.get("person") as CategoryColumn;
  const fault = new Uint8Array(table.rows);
  const seen = new Uint8Array(person.levels.length);
  for (let i = 0; i < table.rows; i++) {
    const id = person.values[i];
    const masked = () => maskIdentifier(person.levels[id]);
    const left = unmet(i);
    const code =
      left !== undefined
        ? "cohort/left-by-keep"
        : unitOf[id] < 0
          ? "cohort/unknown-person"
          : seen[id] === 1
            ? "cohort/duplicate-person"
            : undefined;
    seen[id] = 1;
    if (code === undefined) continue;
    fault[i] = 1;
    account.list(i, code, left ?? block.person, left === undefined ? masked() : "");
  }
  return fault;
}
