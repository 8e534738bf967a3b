import { NO_DAY, problem } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { tableAccount } from "../ledger/table-account.js";
import type { CohortOptions } from "../options/cohort-shape.js";
import { outcomeServices } from "../options/option-problems.js";
import type { ServicesOptions } from "../options/services-options.js";
import { homeLevels, looseText } from "../population/home-levels.js";
import type { Stretches } from "../population/observe.js";
import type { People } from "../population/read-people.js";
import { type Reading, readInto } from "../table/reading.js";
import type { CategoryColumn, DayColumn, NumberColumn } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { settleOverlaps } from "./settle-overlaps.js";
import type { Spells } from "./spells-to-periods.js";

export interface Services {
  /** Usable spells. `outcome` is the place of the outcome in the study, −1 for the programme's own service. */
  readonly spells: Spells;
  /**
   * Spells of outcomes by whether `home` pays, for observation; undefined without payers. The programme's own spells say nothing here,
   * since only starters have them.
   */
  readonly paid: Stretches | undefined;
}

/** Reads the services file: closes open spells, lists what cannot be used, notes what was mended. */
export async function readServices(options: ServicesOptions, people: People, reading: Reading): Promise<Services> {
  const { study, window, ledger } = reading;
  const table = await readInto(reading, options, { columns: serviceColumns(options), purpose: "services" });
  const account = tableAccount(ledger, table);
  const category = (key: string) => table.columns.get(key) as CategoryColumn | undefined;
  const person = category("person") as CategoryColumn;
  const service = category("service") as CategoryColumn;
  const payer = category("payer");
  const price = table.columns.get("price") as NumberColumn | undefined;
  const from = (table.columns.get("from") as DayColumn).values;
  const to = (table.columns.get("to") as DayColumn).values.slice();
  const unitOf = Int32Array.from(person.levels, (id) => people.unitOf.get(id) ?? -1);
  const { outcomeOf, respelled } = knownServices(service.levels, study);
  const payerOf = payer && homeLevels(payer.levels, study.home as string, table.file, options.payer as string);
  const isElsewhere = (i: number) => payer !== undefined && payer.values[i] >= 0 && payerOf?.[payer.values[i]] === 0;

  warnOfAbsent(service.levels, table.file, options, reading);
  const kept: number[] = [];
  const elsewhere: number[] = [];
  for (let i = 0; i < table.rows; i++) {
    const list = (code: string, column?: string, detail?: string) => account.list(i, code, column, detail);
    const note = (code: string, column?: string, detail?: string) => account.note(i, code, column, detail);
    const unit = unitOf[person.values[i]];
    const kind = service.values[i];
    const born = unit < 0 ? 0 : people.born[unit];
    if (unit < 0) list("cohort/unknown-person", options.person, maskIdentifier(person.levels[person.values[i]]));
    else if (outcomeOf[kind] === UNNAMED) list("cohort/service-not-in-study", options.service, service.levels[kind]);
    else if (from[i] > window.extract) list("cohort/begins-after-extract", options.from);
    else if (to[i] !== NO_DAY && to[i] < from[i]) list("cohort/ends-before-start", options.to);
    else if (to[i] !== NO_DAY && to[i] < born) list("cohort/ends-before-birth", options.to);
    else if (price !== undefined && price.values[i] < 0) list("cohort/negative-price", options.price, String(price.values[i]));
    else {
      const open = to[i] === NO_DAY;
      const late = to[i] > window.extract;
      if (open || late) to[i] = window.extract;
      if (isElsewhere(i)) {
        list("cohort/paid-elsewhere", options.payer);
        elsewhere.push(i);
        continue;
      }
      if (open) note("cohort/open-ended", options.to);
      if (late) note("cohort/ends-after-extract", options.to);
      if (from[i] < born) note("cohort/begins-before-birth", options.from);
      if (respelled[kind] === 1) note("cohort/service-respelled", options.service, service.levels[kind]);
      kept.push(i);
    }
  }
  const rows = settleOverlaps(Int32Array.from(kept), {
    keys: [(i) => unitOf[person.values[i]], (i) => service.values[i], (i) => from[i], (i) => to[i]],
    others: [
      (i) => payer?.values[i] ?? -1,
      (i) => (Number.isNaN(price?.values[i] ?? Number.NaN) ? -1 : (price?.values[i] as number)),
    ],
    duplicate: (i, first) => void account.list(i, "cohort/duplicate-row", "", account.lineOf(first, i)),
    overlap: (i, other) => account.note(i, "cohort/overlap", options.from, account.lineOf(other, i)),
  });
  account.used(rows);
  const take = (rows: Int32Array) => ({
    unit: rows.map((i) => unitOf[person.values[i]]),
    from: rows.map((i) => from[i]),
    to: rows.map((i) => to[i]),
  });
  const spells = { ...take(rows), outcome: rows.map((i) => outcomeOf[service.values[i]]) };
  if (payer === undefined || payerOf === undefined) return { spells, paid: undefined };
  const known = Int32Array.from([...rows, ...elsewhere]).filter((i) => payer.values[i] >= 0 && outcomeOf[service.values[i]] >= 0);
  return { spells, paid: { ...take(known), home: Uint8Array.from(known, (i) => payerOf[payer.values[i]]) } };
}

const UNNAMED = -2;

/** The outcome of each kind of service: its place in the study, −1 the programme's own, −2 not named. Case and spacing may differ. */
function knownServices(levels: readonly string[], study: CohortOptions): { outcomeOf: Int32Array; respelled: Uint8Array } {
  const exact = new Map<string, number>();
  Object.values(study.outcomes).forEach((outcome, k) => {
    for (const name of outcomeServices(outcome.service)) exact.set(name.trim(), k);
  });
  if (study.programmeService !== undefined) exact.set(study.programmeService.trim(), -1);
  const loose = new Map([...exact].map(([name, k]) => [looseText(name), k] as const));
  const respelled = Uint8Array.from(levels, (level) => (exact.has(level) ? 0 : 1));
  return { outcomeOf: Int32Array.from(levels, (level) => exact.get(level) ?? loose.get(looseText(level)) ?? UNNAMED), respelled };
}

function serviceColumns(options: ServicesOptions): Map<string, ColumnRequest> {
  const columns = new Map<string, ColumnRequest>([
    ["person", { header: options.person, type: "category", required: true, identifier: true }],
    ["service", { header: options.service, type: "category", required: true }],
    ["from", { header: options.from, type: "day", required: true }],
    ["to", { header: options.to, type: "day", unreadable: "list" }],
  ]);
  if (options.price !== undefined) columns.set("price", { header: options.price, type: "number" });
  if (options.payer !== undefined) columns.set("payer", { header: options.payer, type: "category" });
  return columns;
}

/** A service that an outcome counts and no row has is most likely misspelt. */
function warnOfAbsent(levels: readonly string[], file: string, options: ServicesOptions, { study, problems }: Reading): void {
  const found = new Set(levels.map(looseText));
  for (const [outcome, { service }] of Object.entries(study.outcomes)) {
    for (const name of outcomeServices(service)) {
      if (found.has(looseText(name))) continue;
      problems.push(problem("cohort/service-absent", "warning", { file, column: options.service }, { service: name, outcome }));
    }
  }
}
