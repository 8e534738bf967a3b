import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { tableAccount } from "../ledger/table-account.js";
import { filterColumns, unmetHeader } from "../spells/row-filter.js";
import { readInto } from "../table/reading.js";
import type { CategoryColumn, NumberColumn } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { createCombiner } from "./combine-readings.js";
import type { MeasureInput, ReadMeasure } from "./measure-input.js";
import { periodPattern } from "./period-pattern.js";
import { type Place, placeStretch } from "./place-stretch.js";
import type { Stretch } from "./stretch.js";
import { unusableValue } from "./unusable-value.js";

interface PlacedColumn {
  readonly header: string;
  readonly values: Float64Array;
  readonly stretch: Stretch;
  readonly places: readonly Place[];
}

/** Reads a file with one row a person and one column a period. A person may have a row in each of several files, but one in each. */
export async function readWideMeasure({ name, options, people, reading, inDays }: MeasureInput): Promise<ReadMeasure> {
  const { window, ledger } = reading;
  const pattern = options.columns as string;
  const stretchOf = periodPattern(pattern, options.schoolYearFrom);
  const table = await readInto(reading, options, {
    columns: new Map<string, ColumnRequest>([
      ["person", { header: options.person, type: "category", required: true, identifier: true }],
      ...filterColumns([options.keep]),
    ]),
    wide: { matches: (header) => stretchOf(header) !== undefined, description: pattern },
    purpose: name,
  });
  const account = tableAccount(ledger, table);
  const person = table.columns.get("person") as CategoryColumn;
  const periods = window.ordinals.length;
  const present = new Uint8Array(periods);
  const columns: PlacedColumn[] = [];
  for (const [header, column] of table.wide ?? []) {
    const stretch = stretchOf(header) as Stretch;
    const places = placeStretch(stretch, window, options.longer) ?? [];
    for (const { t } of places) present[t] = 1;
    if (places.length > 0) columns.push({ header, values: (column as NumberColumn).values, stretch, places });
  }
  columns.sort((a, b) => a.stretch.from - b.stretch.from);

  const combine = options.longer === "share" ? "sum" : options.combine;
  const combiner = createCombiner(people.units, window.starts, combine, true, options.absent === "zero" ? present : undefined);
  const headers = table.detectedParts.map((detected) => new Set(detected.header));
  const lastPart = new Int32Array(people.units).fill(-1);
  const unmet = unmetHeader(options.keep, table);
  const used: number[] = [];
  for (let i = 0; i < table.rows; i++) {
    const left = unmet(i);
    if (left !== undefined) {
      account.list(i, "cohort/left-by-keep", left);
      continue;
    }
    const id = person.levels[person.values[i]];
    const unit = people.unitOf.get(id) ?? -1;
    const part = table.part?.[i] ?? 0;
    if (unit < 0 || lastPart[unit] === part) {
      account.list(i, unit < 0 ? "cohort/unknown-person" : "cohort/duplicate-person", options.person, maskIdentifier(id));
      continue;
    }
    lastPart[unit] = part;
    used.push(i);
    for (let j = 0; j < columns.length; j++) {
      const { header, values, stretch, places } = columns[j];
      let value = values[i];
      if (Number.isNaN(value) && !headers[part].has(header)) continue;
      const fault = unusableValue(value, stretch, options, inDays);
      if (fault !== undefined) {
        account.note(i, fault, header, String(value));
        value = Number.NaN;
      }
      for (const place of places) {
        if (!combiner.add(unit, place, value, stretch.from)) account.note(i, "cohort/reading-again", header, String(value));
      }
    }
  }
  account.used(used);
  return { file: table.file, present, ...combiner.finish() };
}
