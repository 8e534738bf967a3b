import { problem } from "@kontrafakt/base";
import { pow } from "@kontrafakt/numerics";
import type { Origin } from "../savings-value.js";
import { checkUnique, numberAt, originAt, type Rows, refuse, refuseEmpty, shown, textAt, yearAt } from "./rows.js";

export const indexColumns = [
  { key: "year", type: "number" },
  { key: "index", type: "number" },
  { key: "source", type: "category", optional: true },
] as const;

/** Price level of a year; only ratios matter. */
export interface IndexRow {
  readonly year: number;
  readonly index: number;
  readonly source: string;
  readonly origin: Origin;
}

/** Index rows as values, by year. */
export function indexRows(rows: Rows): IndexRow[] {
  const seen = new Map<string, string>();
  const index: IndexRow[] = [];
  for (let i = 0; i < rows.count; i++) {
    const found = rows.problems.length;
    const year = yearAt(rows, "year", i);
    const level = numberAt(rows, "index", i);
    if (!(level > 0 && level < Infinity)) refuse(rows, i, "index", "savings/index-not-positive", { found: shown(level) });
    if (rows.problems.length > found) continue;
    checkUnique(rows, i, "year", seen, [year]);
    if (rows.problems.length === found)
      index.push({ year, index: level, source: textAt(rows, "source", i), origin: originAt(rows, i) });
  }
  if (rows.count === 0) refuseEmpty(rows);
  index.sort((a, b) => a.year - b.year);
  warnOfJumps(rows, index);
  return index;
}

/** A price level that falls by a tenth or rises by a quarter a year: yearly changes look so, written where levels belong. */
const [LEAST, MOST] = [0.9, 1.25];

function warnOfJumps({ problems, headers }: Rows, index: readonly IndexRow[]): void {
  for (let i = 1; i < index.length; i++) {
    const [before, { year, index: found, origin }] = [index[i - 1], index[i]];
    const years = year - before.year;
    const change = found / before.index;
    if (pow(LEAST, years) <= change && change <= pow(MOST, years)) continue;
    const where = { ...origin, column: headers.get("index") };
    problems.push(problem("savings/index-jumps", "warning", where, { before: before.index, from: before.year, found }));
    return;
  }
}
