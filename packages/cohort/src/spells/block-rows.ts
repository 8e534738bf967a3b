import { type Day, dayOf, fail, isoFromDay, NO_DAY } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { blockShape, type ServicesBlock } from "../options/services-options.js";
import type { StudyWindow } from "../population/study-window.js";
import { weekPattern } from "../recode/week-pattern.js";
import { type WeekColumn, weeksToSpells } from "../recode/weeks-to-spells.js";
import type { CategoryColumn, DayColumn, NumberColumn, Table } from "../table/table.js";

/** Spells as they stand in a table, before anything is checked: one a row, save for weekly codes. */
export interface RawSpells {
  readonly count: number;
  /** Row of the table. */
  rowOf(k: number): number;
  /** Kind of service, an index into `levels`. */
  readonly service: Int32Array;
  readonly levels: readonly string[];
  readonly from: Int32Array;
  /** `NO_DAY` where the spell goes on. */
  readonly to: Int32Array;
  /** A spell that reaches this day may go on: the files say nothing of later ones. */
  readonly knownTo: Day;
}

const NEVER = 2 ** 31 - 1;

/** Reads the days of a block's table, whichever way the block dates its rows. Errors: `KontrafaktError` for a week that is none. */
export function rawSpells(block: ServicesBlock, table: Table, window: StudyWindow): RawSpells {
  if (blockShape(block) === "weeks") return weekly(block, table, window);
  const rowOf = (k: number) => k;
  const { service, levels } = services(block, table);
  const days = dates(block, table);
  return { count: table.rows, rowOf, service, levels, ...days, knownTo: NEVER };
}

/** Headers of a block's weekly codes. */
export function isWeekHeader(block: ServicesBlock): (header: string) => boolean {
  const mondayOf = weekPattern(block.weeks as string);
  return (header) => mondayOf(header) !== undefined;
}

function services(block: ServicesBlock, table: Table): { service: Int32Array; levels: readonly string[] } {
  const column = table.columns.get("service") as CategoryColumn | undefined;
  if (column !== undefined) return { service: column.values, levels: column.levels };
  return { service: new Int32Array(table.rows), levels: [block.kind as string] };
}

function dates(block: ServicesBlock, table: Table): { from: Int32Array; to: Int32Array } {
  if (block.year !== undefined) {
    const years = (table.columns.get("year") as NumberColumn).values;
    const on = (month: number, day: number) =>
      Int32Array.from(years, (year): Day => (isYear(year) ? dayOf(year, month, day) : NO_DAY));
    return { from: on(1, 1), to: on(12, 31) };
  }
  const from = (table.columns.get("from") as DayColumn).values;
  const to = table.columns.get("to") as DayColumn | undefined;
  return { from, to: to === undefined ? from : to.values };
}

/** A calendar year that a row may have. */
function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1900 && year <= 2200;
}

function weekly(block: ServicesBlock, table: Table, window: StudyWindow): RawSpells {
  const mondayOf = weekPattern(block.weeks as string);
  const columns: WeekColumn[] = [];
  const seen = new Map<Day, string>();
  for (const [column, cells] of table.wide ?? []) {
    const monday = mondayOf(column) as Day;
    const part = Math.max(
      table.detectedParts.findIndex(({ header }) => header.includes(column)),
      0,
    );
    const where = { file: table.parts[part], row: table.detectedParts[part].headerLine, column };
    if (monday === NO_DAY) fail("cohort/no-such-week", where, {}, messages);
    const other = seen.get(monday);
    if (other !== undefined) fail("cohort/week-twice", where, { other }, messages);
    seen.set(monday, column);
    const { values, levels } = cells as CategoryColumn;
    columns.push({ monday, values, levels });
  }
  const mondays = columns.map(({ monday }) => monday);
  const first = mondays.reduce((a, b) => Math.min(a, b));
  const last = mondays.reduce((a, b) => Math.max(a, b)) + 6;
  const missing = (last + 1 - first) / 7 - columns.length;
  // The days of the window's first and last week that belong to a year without columns are let be.
  if (missing > 0 || first > window.from + 6 || last < window.to - 6) {
    const params = {
      first: isoFromDay(first),
      last: isoFromDay(last),
      missing,
      from: isoFromDay(window.from),
      to: isoFromDay(window.to),
    };
    fail("cohort/weeks-not-covering", { file: table.file, column: block.weeks }, params, messages);
  }
  const { row, code, from, to, levels } = weeksToSpells(columns, table.rows);
  return { count: row.length, rowOf: (k) => row[k], service: code, levels, from, to, knownTo: last };
}
