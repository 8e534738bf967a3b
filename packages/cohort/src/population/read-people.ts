import { type Day, NO_DAY } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { tableAccount } from "../ledger/table-account.js";
import type { PeopleOptions } from "../options/people-options.js";
import { type Reading, readInto } from "../table/reading.js";
import type { CategoryColumn, DayColumn, Table } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
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
  readonly start: Int32Array;
  readonly referral: Int32Array;
  /** First and last day at which each is alive and of eligible age. */
  readonly eligibleFrom: Int32Array;
  readonly eligibleTo: Int32Array;
}

/** Prefix of covariate keys in the people table, so that a name of the study's can never be one of ours. */
export const COVARIATE = "covariate:";

/** Reads the people file: one unit a person, faults listed in the ledger, the first three steps of the flow. `keepUnits` counts the rows used. */
export async function readPeople(reading: Reading): Promise<People> {
  const { study, window, ledger } = reading;
  const { people: options, eligibleAges } = study;
  const columns = peopleColumns(options);
  const table = await readInto(reading, options, { columns, purpose: "people" });
  const account = tableAccount(ledger, table);
  const days = (key: string) =>
    (table.columns.get(key) as DayColumn | undefined)?.values ?? new Int32Array(table.rows).fill(NO_DAY);
  const person = table.columns.get("person") as CategoryColumn;
  const [born, died, start, referral] = [days("born"), days("died"), days("start"), days("referral")];

  const ids: string[] = [];
  const unitOf = new Map<string, number>();
  const rows: number[] = [];
  const eligible: [Day, Day][] = [];
  const seen = new Uint8Array(person.levels.length);
  let usable = 0;
  let usableStarters = 0;
  let starters = 0;
  for (let i = 0; i < table.rows; i++) {
    const started = start[i] !== NO_DAY;
    if (started) starters++;
    const fault = (code: string, column: string | undefined, detail = "") => account.list(i, code, column, detail);
    const id = person.levels[person.values[i]];
    if (seen[person.values[i]] === 1) {
      fault("cohort/duplicate-person", options.person, maskIdentifier(id));
      continue;
    }
    seen[person.values[i]] = 1;
    if (born[i] > window.extract) fault("cohort/born-after-extract", options.born);
    else if (started && start[i] > window.extract) fault("cohort/start-after-extract", options.start);
    else if (started && start[i] < born[i]) fault("cohort/start-before-birth", options.start);
    else {
      usable++;
      if (started) usableStarters++;
      const from = birthday(born[i], eligibleAges[0]);
      const to = Math.min(birthday(born[i], eligibleAges[1] + 1) - 1, died[i] === NO_DAY ? Number.POSITIVE_INFINITY : died[i]);
      if (from > window.to || to < window.from || from > to) {
        fault("cohort/never-eligible", options.born);
        continue;
      }
      if (started && referral[i] !== NO_DAY && start[i] < referral[i]) {
        account.note(i, "cohort/start-before-referral", options.start);
      }
      unitOf.set(id, ids.length);
      ids.push(id);
      rows.push(i);
      eligible.push([from, to]);
    }
  }
  ledger.flow({
    code: "cohort/flow-read",
    people: table.parts.reduce((sum, part) => sum + ledger.rowsRead(part), 0),
    treated: starters,
  });
  ledger.flow({ code: "cohort/flow-usable", people: usable, treated: usableStarters });
  const eligibleStarters = rows.filter((row) => start[row] !== NO_DAY).length;
  ledger.flow({ code: "cohort/flow-eligible", people: ids.length, treated: eligibleStarters });
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
    eligibleFrom: Int32Array.from(eligible, ([from]) => from),
    eligibleTo: Int32Array.from(eligible, ([, to]) => to),
  };
}

function peopleColumns(options: PeopleOptions): Map<string, ColumnRequest> {
  const columns = new Map<string, ColumnRequest>([
    ["person", { header: options.person, type: "category", required: true, identifier: true }],
    ["born", { header: options.born, type: "day", required: true }],
    ["start", { header: options.start, type: "day", unreadable: "list" }],
  ]);
  if (options.died !== undefined) columns.set("died", { header: options.died, type: "day", unreadable: "list" });
  if (options.referral !== undefined) columns.set("referral", { header: options.referral, type: "day" });
  if (options.household !== undefined) columns.set("household", { header: options.household, type: "category" });
  if (options.school !== undefined) columns.set("school", { header: options.school, type: "category" });
  for (const [name, covariate] of Object.entries(options.covariates)) {
    const { column, type } = typeof covariate === "string" ? { column: covariate, type: "category" as const } : covariate;
    if (type !== "age" && column !== undefined) columns.set(COVARIATE + name, { header: column, type });
  }
  return columns;
}
