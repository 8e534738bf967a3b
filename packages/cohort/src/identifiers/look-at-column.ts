import type { Column } from "../table/table.js";
import { type ColumnFinding, columnTally } from "./find-identifiers.js";
import type { Family, IdentifierContext } from "./identifier.js";

/** What is looked for, and from when on. */
export interface LookFor extends IdentifierContext {
  readonly families: readonly Family[];
}

/** Levels or rows of a column that are looked at; of more, evenly spread ones. */
const MOST_LOOKED_AT = 20_000;

/**
 * National identifiers in a column that was read: levels of a category, whole numbers of a number column.
 *
 * @param known the column is known to hold identifiers of some kind
 */
export function lookAtColumn(column: Column, lookFor: LookFor, known = false): ColumnFinding | undefined {
  if (column.type === "day") return undefined;
  const tally = columnTally(lookFor);
  if (column.type === "number") {
    const step = Math.ceil(column.values.length / MOST_LOOKED_AT);
    for (let i = 0; i < column.values.length; i += step) {
      const value = column.values[i];
      if (!Number.isNaN(value)) tally.add(Number.isInteger(value) && value >= 1e8 && value < 1e12 ? String(value) : "-");
    }
  } else {
    const { levels, values } = column;
    const times = new Int32Array(levels.length);
    for (let i = 0; i < values.length; i++) if (values[i] >= 0) times[values[i]]++;
    const step = Math.ceil(levels.length / MOST_LOOKED_AT);
    for (let k = 0; k < levels.length; k += step) if (times[k] > 0) tally.add(levels[k], times[k]);
  }
  return tally.findings(known).find(({ family }) => lookFor.families.includes(family));
}
