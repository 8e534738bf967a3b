import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { type TableAccount, tableAccount } from "../ledger/table-account.js";
import { groupRows } from "../spells/group-rows.js";
import { filterColumns, unmetHeader } from "../spells/row-filter.js";
import { readInto } from "../table/reading.js";
import type { CategoryColumn, DayColumn, NumberColumn, Table } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { createCombiner } from "./combine-readings.js";
import type { MeasureInput, ReadMeasure } from "./measure-input.js";
import { periodStretches } from "./period-stretches.js";
import { type Place, placeStretch } from "./place-stretch.js";
import type { Stretch } from "./stretch.js";
import { unusableValue } from "./unusable-value.js";

/** Time of each row, as one of a list of distinct stretches: −1 unreadable, −2 longer than a period with nothing said about it. */
interface Dated {
  readonly of: Int32Array;
  readonly stretches: readonly Stretch[];
  readonly places: readonly (readonly Place[])[];
}

/** Reads a file with one row a reading: a person, a period or a date, and a value. */
export async function readLongMeasure({ name, options, people, reading, inDays }: MeasureInput): Promise<ReadMeasure> {
  const { window, ledger } = reading;
  const header = (options.period ?? options.on) as string;
  const columns = new Map<string, ColumnRequest>([
    ["person", { header: options.person, type: "category", required: true, identifier: true }],
    ["time", { header, type: options.on === undefined ? "category" : "day", required: true }],
    ["value", { header: options.value as string, type: "number" }],
    ...filterColumns([options.keep]),
  ]);
  const table = await readInto(reading, options, { columns, purpose: name });
  const account = tableAccount(ledger, table);
  const person = table.columns.get("person") as CategoryColumn;
  const values = (table.columns.get("value") as NumberColumn).values;
  const dated = datedRows(table, header, { ...options, window });
  const unitOfLevel = Int32Array.from(person.levels, (id) => people.unitOf.get(id) ?? -1);
  const unmet = unmetHeader(options.keep, table);
  const unit = new Int32Array(table.rows).fill(-1);
  for (let i = 0; i < table.rows; i++) {
    const code = person.values[i];
    const left = unmet(i);
    if (left !== undefined) account.list(i, "cohort/left-by-keep", left);
    else if (unitOfLevel[code] < 0) account.list(i, "cohort/unknown-person", options.person, maskIdentifier(person.levels[code]));
    else if (dated.of[i] < 0) listUndated(account, i, dated.of[i], header, table);
    else unit[i] = unitOfLevel[code];
  }

  const periods = window.ordinals.length;
  const present = new Uint8Array(periods);
  for (let i = 0; i < table.rows; i++) if (unit[i] >= 0) for (const { t } of dated.places[dated.of[i]]) present[t] = 1;
  const combine = options.longer === "share" ? "sum" : options.combine;
  const parts = options.on === undefined && dated.stretches.every((stretch) => stretch.unit !== "day");
  const zero = options.absent === "zero" ? present : undefined;
  const combiner = createCombiner(people.units, window.starts, combine, parts, zero);
  const { first, order } = groupRows(table.rows, people.units, (i) => unit[i]);
  const used: number[] = [];
  const from = (i: number) => dated.stretches[dated.of[i]].from;
  for (let u = 0; u < people.units; u++) {
    sortStretch(order, first[u], first[u + 1], from);
    for (let r = first[u]; r < first[u + 1]; r++) {
      const i = order[r];
      const stretch = dated.stretches[dated.of[i]];
      let value = values[i];
      const fault = unusableValue(value, stretch, options, inDays);
      if (fault !== undefined) {
        account.note(i, fault, options.value, String(value));
        value = Number.NaN;
      }
      const places = dated.places[dated.of[i]];
      let taken = places.length === 0;
      for (let p = 0; p < places.length; p++) if (combiner.add(u, places[p], value, stretch.from)) taken = true;
      if (taken) used.push(i);
      else account.list(i, "cohort/reading-again", header, textOf(table, i));
    }
  }
  account.used(used);
  return { file: table.file, present, ...combiner.finish() };
}

function datedRows(
  table: Table,
  header: string,
  { longer, window, ...form }: MeasureInput["options"] & Pick<MeasureInput["reading"], "window">,
): Dated {
  const time = table.columns.get("time") as CategoryColumn | DayColumn;
  const stretches: Stretch[] = [];
  const places: (readonly Place[])[] = [];
  const index = (stretch: Stretch | undefined): number => {
    if (stretch === undefined) return -1;
    const found = placeStretch(stretch, window, longer);
    if (found === undefined) return -2;
    stretches.push(stretch);
    places.push(found);
    return stretches.length - 1;
  };
  if (time.type === "day") {
    const known = new Map<number, number>();
    const of = time.values.map((day) => {
      const before = known.get(day);
      if (before !== undefined) return before;
      const made = index({ from: day, to: day, unit: "day" });
      known.set(day, made);
      return made;
    });
    return { of, stretches, places };
  }
  const ofLevel = periodStretches(time.levels, form, { file: table.file, column: header }).map(index);
  return { of: time.values.map((code) => ofLevel[code]), stretches, places };
}

const textOf = (table: Table, row: number): string => {
  const time = table.columns.get("time") as CategoryColumn | DayColumn;
  return time.type === "category" ? time.levels[time.values[row]] : "";
};

function listUndated(account: TableAccount, row: number, why: number, header: string, table: Table): void {
  account.list(row, why === -2 ? "cohort/period-spans" : "cohort/unreadable-period", header, textOf(table, row));
}

/** Sorts a short run of rows by first day, ties in the order of the file. */
function sortStretch(order: Int32Array, start: number, end: number, from: (row: number) => number): void {
  for (let i = start + 1; i < end; i++) {
    const row = order[i];
    const key = from(row);
    let j = i - 1;
    while (j >= start && from(order[j]) > key) {
      order[j + 1] = order[j];
      j--;
    }
    order[j + 1] = row;
  }
}
