import { NO_DAY } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { tableAccount } from "../ledger/table-account.js";
import type { ResidenceOptions } from "../options/residence-options.js";
import { settleOverlaps } from "../spells/settle-overlaps.js";
import { type Reading, readInto } from "../table/reading.js";
import type { CategoryColumn, DayColumn } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { homeLevels } from "./home-levels.js";
import type { Stretches } from "./observe.js";
import type { People } from "./read-people.js";

/** Reads the residence file into stays. A blank last day means the person still lives there. */
export async function readResidence(options: ResidenceOptions, people: People, reading: Reading): Promise<Stretches> {
  const { study, window, ledger } = reading;
  const columns = new Map<string, ColumnRequest>([
    ["person", { header: options.person, type: "category", required: true, identifier: true }],
    ["from", { header: options.from, type: "day", required: true }],
    ["to", { header: options.to, type: "day", unreadable: "list" }],
    ["municipality", { header: options.municipality, type: "category", required: true }],
  ]);
  const table = await readInto(reading, options, { columns, purpose: "residence" });
  const account = tableAccount(ledger, table);
  const person = table.columns.get("person") as CategoryColumn;
  const place = table.columns.get("municipality") as CategoryColumn;
  const from = (table.columns.get("from") as DayColumn).values;
  const to = (table.columns.get("to") as DayColumn).values.map((day) => (day === NO_DAY ? window.extract : day));
  const unitOf = Int32Array.from(person.levels, (id) => people.unitOf.get(id) ?? -1);
  const isHome = homeLevels(place.levels, study.home as string, table.file, options.municipality);

  const kept: number[] = [];
  for (let i = 0; i < table.rows; i++) {
    const list = (code: string, column: string, detail = "") => account.list(i, code, column, detail);
    if (unitOf[person.values[i]] < 0)
      list("cohort/unknown-person", options.person, maskIdentifier(person.levels[person.values[i]]));
    else if (from[i] > window.extract) list("cohort/begins-after-extract", options.from);
    else if (to[i] < from[i]) list("cohort/ends-before-start", options.to);
    else kept.push(i);
  }
  const rows = settleOverlaps(Int32Array.from(kept), {
    keys: [(i) => unitOf[person.values[i]], () => 0, (i) => from[i], (i) => to[i]],
    others: [(i) => place.values[i]],
    duplicate: (i, first) => void account.list(i, "cohort/duplicate-row", "", account.lineOf(first, i)),
    overlap: (i, other) => account.note(i, "cohort/stay-overlap", options.from, account.lineOf(other, i)),
  });
  account.used(rows);
  return {
    unit: rows.map((i) => unitOf[person.values[i]]),
    home: Uint8Array.from(rows, (i) => isHome[place.values[i]]),
    from: rows.map((i) => from[i]),
    to: rows.map((i) => to[i]),
  };
}
