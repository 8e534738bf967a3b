import { NO_DAY, problem } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { tableAccount } from "../ledger/table-account.js";
import type { ResidenceOptions } from "../options/residence-options.js";
import { settleOverlaps } from "../spells/settle-overlaps.js";
import { type Reading, readInto } from "../table/reading.js";
import type { CategoryColumn, DayColumn } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { homeLevels } from "./home-levels.js";
import type { Stretches } from "./observe.js";
import { moves, placedStretches } from "./placements.js";
import type { Courses } from "./programme-courses.js";
import type { People } from "./read-people.js";

export interface Residence {
  readonly stays: Stretches;
  /** The declared placements by who was responsible on their first day. */
  readonly placed: Stretches;
  /** 1 for units with a usable row. */
  readonly residents: Uint8Array;
}

/**
 * Reads the residence file into stays. A blank last day means the person still lives there. Notes moves near a placement and gaps.
 * @param placements declared by `residence.placements`, joined where no day lies between
 */
export async function readResidence(
  options: ResidenceOptions,
  people: People,
  placements: Courses,
  reading: Reading,
): Promise<Residence> {
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
  const stays: Stretches = {
    unit: rows.map((i) => unitOf[person.values[i]]),
    home: Uint8Array.from(rows, (i) => isHome[place.values[i]]),
    from: rows.map((i) => from[i]),
    to: rows.map((i) => to[i]),
  };
  const { nearPlacement, afterGap } = moves(stays, placements, options.nearPlacement, window.extract);
  for (const k of afterGap) account.note(rows[k], "cohort/residence-gap", options.from);
  for (const k of nearPlacement) account.note(rows[k], "cohort/move-near-placement", options.from);
  if (nearPlacement.length > 0) {
    const params = { count: nearPlacement.length, days: options.nearPlacement };
    reading.problems.push(problem("cohort/moves-near-placements", "warning", { file: table.file }, params));
  }
  const residents = new Uint8Array(people.units);
  for (const unit of stays.unit) residents[unit] = 1;
  return { stays, placed: placedStretches(placements, stays), residents };
}
