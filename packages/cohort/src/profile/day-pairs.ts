import { NO_DAY } from "@kontrafakt/base";
import { parseDay } from "../text/parse-day.js";
import type { ColumnProfile } from "./profile-value.js";

/** Share of rows with both days in which the second must not be before the first. */
const IN_ORDER = 0.97;
/** Day columns that are held against one another. */
const MOST_COLUMNS = 40;

/**
 * For each day column, the one that follows it: on sampled rows never before it (errors aside), and the nearest such in the file.
 *
 * @param days the day columns by their place in a row
 */
export function dayPairs(
  days: readonly Pick<ColumnProfile, "header" | "index">[],
  rows: readonly (readonly string[])[],
): ReadonlyMap<string, string> {
  const looked = days.slice(0, MOST_COLUMNS);
  const values = looked.map(({ index }) => rows.map((fields) => parseDay((fields[index] ?? "").trim())));
  const found = new Map<string, string>();
  looked.forEach(({ header }, a) => {
    for (let b = a + 1; b < looked.length; b++) {
      let both = 0;
      let inOrder = 0;
      let apart = 0;
      for (let i = 0; i < rows.length; i++) {
        const from = values[a][i];
        const to = values[b][i];
        if (from === NO_DAY || to === NO_DAY) continue;
        both++;
        if (to >= from) inOrder++;
        if (to !== from) apart++;
      }
      if (both < 3 || apart === 0 || inOrder < IN_ORDER * both) continue;
      found.set(header, looked[b].header);
      break;
    }
  });
  return found;
}
