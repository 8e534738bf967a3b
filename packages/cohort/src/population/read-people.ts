import { type Day, NO_DAY } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { bornByIdentifiers, toldByIdentifiers } from "../identifiers/birth-days.js";
import { lookForOf } from "../identifiers/look-for.js";
import type { FlowStep } from "../ledger/ledger.js";
import { tableAccount } from "../ledger/table-account.js";
import type { CohortOptions } from "../options/cohort-shape.js";
import type { TreatmentOptions } from "../options/treatment-options.js";
import { type Reading, readInto } from "../table/reading.js";
import type { CategoryColumn, DayColumn, Table } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { covariateColumns } from "./covariate-columns.js";
import { peopleClusterings } from "./people-clusterings.js";
import { birthday } from "./study-window.js";

/** People of the study, in the order of their file, before anyone is excluded. */
export interface People {
  readonly table: Table;
  readonly units: number;
  readonly ids: readonly string[];
  readonly unitOf: ReadonlyMap<string, number>;
  /** Row of the table for each unit. */
  readonly rowOf: Int32Array;
  readonly born: Int32Array;
  /** The day each counts as treated from, `NO_DAY` if never. */
  readonly start: Int32Array;
  readonly referral: Int32Array;
  /** The day the programme ended by the people file, `NO_DAY` where it does not say. */
  readonly ended: Int32Array;
  /** First and last day at which each is alive and of eligible age. */
  readonly eligibleFrom: Int32Array;
  readonly eligibleTo: Int32Array;
  /** Rows read, usable people and eligible people, of whom so many have a start in the file. */
  readonly steps: readonly FlowStep[];
}

/** Prefixes of keys in the people table, so that a name of the study's can never be one of ours. */
export const CLUSTERING = "clustering:";
export const OTHER = "other programme:";

/** Reads the people file: one unit a person, faults listed in the ledger. `keepUnits` counts the rows used. */
export async function readPeople(reading: Reading): Promise<People> {
  const { study, window, ledger } = reading;
  const { people: options, eligibleAges } = study;
  const columns = peopleColumns(study);
  const table = await readInto(reading, options, { columns, purpose: "people" });
  const account = tableAccount(ledger, table);
  const days = (key: string) =>
    (table.columns.get(key) as DayColumn | undefined)?.values ?? new Int32Array(table.rows).fill(NO_DAY);
  const person = table.columns.get("person") as CategoryColumn;
  const [died, start, referral, ended] = ["died", "start", "referral", "ended"].map(days);
  const told = toldByIdentifiers(person, lookForOf(study));
  const born = options.born === undefined ? bornByIdentifiers(told, table, reading) : days("born");

  const ids: string[] = [];
  const unitOf = new Map<string, number>();
  const rows: number[] = [];
  const eligibleFrom: Day[] = [];
  const eligibleTo: Day[] = [];
  const rowUsed = usedRows(person, start, study.treatment.repeats);
  const bornHeader = options.born ?? options.person;
  let usable = 0;
  let usableStarters = 0;
  let starters = 0;
  for (let i = 0; i < table.rows; i++) {
    const started = start[i] !== NO_DAY;
    if (started) starters++;
    const fault = (code: string, column: string | undefined, detail = "") => account.list(i, code, column, detail);
    const id = person.levels[person.values[i]];
    const used = rowUsed[person.values[i]];
    if (used !== i) {
      if (study.treatment.repeats === "firstRow") fault("cohort/duplicate-person", options.person, maskIdentifier(id));
      else fault(started ? "cohort/later-start" : "cohort/row-without-start", options.start, account.lineOf(used, i));
      continue;
    }
    if (born[i] === NO_DAY) fault("cohort/no-birth-date", options.person);
    else if (born[i] > window.extract) fault("cohort/born-after-extract", bornHeader);
    else if (started && start[i] > window.extract) fault("cohort/start-after-extract", options.start);
    else if (started && start[i] < born[i]) fault("cohort/start-before-birth", options.start);
    else {
      usable++;
      if (started) usableStarters++;
      const from = birthday(born[i], eligibleAges[0]);
      const to = Math.min(birthday(born[i], eligibleAges[1] + 1) - 1, died[i] === NO_DAY ? Number.POSITIVE_INFINITY : died[i]);
      if (from > window.to || to < window.from || from > to) {
        fault("cohort/never-eligible", bornHeader);
        continue;
      }
      if (started && referral[i] !== NO_DAY && start[i] < referral[i]) {
        account.note(i, "cohort/start-before-referral", options.start);
      }
      if (told?.invalid[i] === 1) account.note(i, "cohort/identifier-invalid", options.person, maskIdentifier(id));
      if (told !== undefined && told.born[i] !== NO_DAY && told.born[i] !== born[i]) {
        account.note(i, "cohort/born-differs", options.born);
      }
      unitOf.set(id, ids.length);
      ids.push(id);
      rows.push(i);
      eligibleFrom.push(from);
      eligibleTo.push(to);
    }
  }
  const read = table.parts.reduce((sum, part) => sum + ledger.rowsRead(part), 0);
  const eligibleStarters = rows.filter((row) => start[row] !== NO_DAY).length;
  const rowOf = Int32Array.from(rows);
  const pick = (values: Int32Array) => rowOf.map((row) => values[row]);
  return {
    table,
    units: ids.length,
    ids,
    unitOf,
    rowOf,
    born: pick(born),
    start: pick(start),
    referral: pick(referral),
    ended: pick(ended),
    eligibleFrom: Int32Array.from(eligibleFrom),
    eligibleTo: Int32Array.from(eligibleTo),
    steps: [
      { code: "cohort/flow-read", people: read, treated: starters },
      { code: "cohort/flow-usable", people: usable, treated: usableStarters },
      { code: "cohort/flow-eligible", people: ids.length, treated: eligibleStarters },
    ],
  };
}

/** The row used of each person, by code: the first, or the one with the earliest start, if any. */
function usedRows(person: CategoryColumn, start: Int32Array, repeats: TreatmentOptions["repeats"]): Int32Array {
  const used = new Int32Array(person.levels.length).fill(-1);
  person.values.forEach((code, i) => {
    const before = used[code];
    const earlier = start[i] !== NO_DAY && (start[before] === NO_DAY || start[i] < start[before]);
    if (before < 0 || (repeats === "firstStart" && earlier)) used[code] = i;
  });
  return used;
}

function peopleColumns({ people: options, treatment, clusterings }: CohortOptions): Map<string, ColumnRequest> {
  const columns = new Map<string, ColumnRequest>([
    ["person", { header: options.person, type: "category", required: true, identifier: true }],
  ]);
  if (options.born !== undefined) columns.set("born", { header: options.born, type: "day", required: true });
  if (options.start !== undefined && treatment.startFrom !== "service") {
    columns.set("start", { header: options.start, type: "day", unreadable: "list" });
  }
  if (treatment.ends !== undefined) columns.set("ended", { header: treatment.ends, type: "day" });
  if (options.died !== undefined) columns.set("died", { header: options.died, type: "day", unreadable: "list" });
  if (options.referral !== undefined) columns.set("referral", { header: options.referral, type: "day" });
  for (const [name, header] of peopleClusterings(options, clusterings)) {
    columns.set(CLUSTERING + name, { header, type: "category", identifier: name === "household" });
  }
  for (const [name, { start }] of Object.entries(treatment.otherProgrammes)) {
    if (start !== undefined) columns.set(OTHER + name, { header: start, type: "day" });
  }
  for (const [key, column] of covariateColumns(options.covariates)) columns.set(key, column);
  return columns;
}
