import type { VolumeRow } from "../savings-value.js";
import { checkUnique, numberAt, originAt, type Rows, refuse, refuseEmpty, yearAt } from "./rows.js";

export const volumeColumns = [
  { key: "year", type: "number" },
  { key: "planned", type: "number" },
  { key: "actual", type: "number" },
  { key: "dropouts", type: "number", optional: true },
] as const;

/** Starters by year: planned, actual, and how many of these left. NaN = not known. */
export function volumeRows(rows: Rows): VolumeRow[] {
  const seen = new Map<string, string>();
  const volume: VolumeRow[] = [];
  for (let i = 0; i < rows.count; i++) {
    const found = rows.problems.length;
    const year = yearAt(rows, "year", i);
    const [planned, actual, dropouts] = (["planned", "actual", "dropouts"] as const).map((key) => peopleAt(rows, key, i));
    if (Number.isNaN(planned) && Number.isNaN(actual)) refuse(rows, i, "planned", "savings/volume-empty");
    if (dropouts >= 0 && !(dropouts <= actual)) {
      const code = Number.isNaN(actual) ? "savings/dropouts-of-unknown" : "savings/dropouts-above-starters";
      refuse(rows, i, "dropouts", code, { dropouts, actual: Number.isNaN(actual) ? "nothing" : actual });
    }
    if (rows.problems.length > found) continue;
    checkUnique(rows, i, "year", seen, [year]);
    if (rows.problems.length === found) volume.push({ year, planned, actual, dropouts, origin: originAt(rows, i) });
  }
  if (rows.count === 0) refuseEmpty(rows);
  return volume;
}

/** A number of people, NaN where the cell is empty. */
function peopleAt(rows: Rows, key: string, i: number): number {
  const people = numberAt(rows, key, i);
  if (!Number.isNaN(people) && !(Number.isInteger(people) && people >= 0))
    refuse(rows, i, key, "savings/not-people", { found: people });
  return people;
}
