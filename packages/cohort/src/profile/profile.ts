import { isoFromDay, NO_DAY } from "@kontrafakt/base";
import type { Column, Table } from "../table/table.js";
import { tallyColumn } from "./column-tally.js";
import { profileOf } from "./profile-files.js";
import type { Profile } from "./profile-value.js";
import { sampleRows } from "./sample-rows.js";

/** The text of a column's cell in a row; empty where missing. */
function textOf(column: Column, row: number): string {
  if (column.type === "category") return column.values[row] < 0 ? "" : column.levels[column.values[row]];
  if (column.type === "day") return column.values[row] === NO_DAY ? "" : isoFromDay(column.values[row]);
  return Number.isNaN(column.values[row]) ? "" : String(column.values[row]);
}

/** Looks at a table that was read: what its columns hold and what they may be in a study. Columns go by their keys. */
export function profile(table: Table): Profile {
  const columns = [...table.columns, ...(table.wide ?? [])];
  const missing = [""];
  const tallies = columns.map(([key, column], index) => {
    const tally = tallyColumn(key, index, missing);
    for (let i = 0; i < table.rows; i++) tally.add(textOf(column, i));
    return tally.finish(table.rows);
  });
  const sample = sampleRows();
  const step = Math.max(1, Math.ceil(table.rows / 4000));
  for (let i = 0; i < table.rows; i += step) sample.offer(columns.map(([, column]) => textOf(column, i)));
  const { encoding, delimiter } = table.detected;
  const file = {
    file: table.file,
    sheet: "",
    rows: table.rows,
    columns: tallies,
    sample: sample.rows(),
    detected: { encoding, delimiter, decimal: "." as const, headerLine: 1 },
  };
  return profileOf(file, [file]);
}
