import { NO_DAY } from "@kontrafakt/base";
import { homeLevels } from "./home-levels.js";
import { maskIdentifier } from "./mask-identifier.js";
import type { Stretches } from "./observe.js";
import type { ResidenceOptions } from "./options/cohort-shape.js";
import type { People } from "./read-people.js";
import { type Reading, readInto } from "./reading.js";
import { settleOverlaps } from "./settle-overlaps.js";
import type { Source } from "./source.js";
import type { CategoryColumn, DayColumn } from "./table.js";
import type { ColumnRequest } from "./table-request.js";

/** Reads the residence file into stays. A blank last day means the person still lives there. */
export async function readResidence(
  source: Source,
  options: ResidenceOptions,
  people: People,
  reading: Reading,
): Promise<Stretches> {
  const { study, window, ledger } = reading;
  const columns = new Map<string, ColumnRequest>([
    ["person", { header: options.person, type: "category", required: true, identifier: true }],
    ["from", { header: options.from, type: "day", required: true }],
    ["to", { header: options.to, type: "day", unreadable: "list" }],
    ["municipality", { header: options.municipality, type: "category", required: true }],
  ]);
  const table = await readInto(reading, source, { columns, format: options.format, purpose: "residence" });
  const person = table.columns.get("person") as CategoryColumn;
  const place = table.columns.get("municipality") as CategoryColumn;
  const from = (table.columns.get("from") as DayColumn).values;
  const to = (table.columns.get("to") as DayColumn).values.map((day) => (day === NO_DAY ? window.extract : day));
  const unitOf = Int32Array.from(person.levels, (id) => people.unitOf.get(id) ?? -1);
  const isHome = homeLevels(place.levels, study.home as string, table.file, options.municipality);

  const kept: number[] = [];
  for (let i = 0; i < table.rows; i++) {
    const list = (code: string, column: string, detail = "") => ledger.list(table.file, table.origin[i], code, column, detail);
    if (unitOf[person.values[i]] < 0)
      list("cohort/unknown-person", options.person, maskIdentifier(person.levels[person.values[i]]));
    else if (from[i] > window.extract) list("cohort/begins-after-extract", options.from);
    else if (to[i] < from[i]) list("cohort/ends-before-start", options.to);
    else kept.push(i);
  }
  const rows = settleOverlaps(Int32Array.from(kept), {
    keys: [(i) => unitOf[person.values[i]], () => 0, (i) => from[i], (i) => to[i]],
    others: [(i) => place.values[i]],
    duplicate: (i, first) =>
      void ledger.list(table.file, table.origin[i], "cohort/duplicate-row", "", String(table.origin[first])),
    overlap: (i, other) =>
      ledger.note(table.file, table.origin[i], "cohort/stay-overlap", options.from, String(table.origin[other])),
  });
  ledger.used(table.file, rows.length);
  return {
    unit: rows.map((i) => unitOf[person.values[i]]),
    home: Uint8Array.from(rows, (i) => isHome[place.values[i]]),
    from: rows.map((i) => from[i]),
    to: rows.map((i) => to[i]),
  };
}
