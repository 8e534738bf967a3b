import { type Day, fail, NO_DAY, type Problem, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { ListOptions } from "../options/recode-options.js";
import type { CategoryColumn, DayColumn, Table } from "../table/table.js";
import type { TableRequest } from "../table/table-request.js";
import { looseText } from "../text/loose-text.js";

/** What a code means from a day on, until the next piece; `value` undefined where the list says nothing. */
export interface Piece {
  readonly from: Day;
  readonly value: string | undefined;
}

/** A list of codes, dated or not. */
export interface CodeList {
  /** What a code means over time, the first piece from the beginning (`NO_DAY`); undefined for a code not in the list. */
  find(text: string): { readonly pieces: readonly Piece[]; readonly respelled: boolean } | undefined;
}

/** Days that stand for the beginning and the end of time. */
const FIRST: Day = NO_DAY;
const LAST: Day = 2 ** 31 - 1;

interface Entry {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly row: number;
}

/** The columns of a list's file. */
export function listRequest({ code, value, from, to }: ListOptions): TableRequest {
  return {
    columns: new Map([
      ["code", { header: code, type: "category", required: true }],
      ["value", { header: value, type: "category", required: true }],
      ...(from === undefined ? [] : [["from", { header: from, type: "day" }] as const]),
      ...(to === undefined ? [] : [["to", { header: to, type: "day" }] as const]),
    ]),
    strict: true,
  };
}

/**
 * A list of codes from its table: `code`, `value`, and where dated `from` and `to` (both days count; blank is open). A value that is
 * itself a code of the list is followed on, day by day (A became B, B became C). Codes are told apart without case and spacing.
 * Errors: `KontrafaktError` for a code that means two things on one day, dates the wrong way round, and codes that go in a circle.
 * A code with days between its dates on which it means nothing is a warning in `problems`.
 */
export function codeList(table: Table, problems: Problem[]): CodeList {
  const code = table.columns.get("code") as CategoryColumn;
  const value = table.columns.get("value") as CategoryColumn;
  const days = (key: string) => (table.columns.get(key) as DayColumn | undefined)?.values;
  const [from, to] = [days("from"), days("to")];
  const where = (row: number) => ({ file: table.file, row: table.origin[row] });
  const entries = new Map<string, Entry[]>();
  for (let row = 0; row < table.rows; row++) {
    const entry = {
      from: from === undefined || from[row] === NO_DAY ? FIRST : from[row],
      to: to === undefined || to[row] === NO_DAY ? LAST : to[row],
      value: value.levels[value.values[row]],
      row,
    };
    if (entry.from > entry.to) fail("cohort/list-dates-reversed", where(row), {}, messages);
    const key = looseText(code.levels[code.values[row]]);
    const others = entries.get(key);
    if (others === undefined) entries.set(key, [entry]);
    else others.push(entry);
  }
  let gaps = 0;
  let gap: { row: number; code: string } | undefined;
  for (const all of entries.values()) {
    all.sort((a, b) => a.from - b.from || a.row - b.row);
    let last = all[0];
    for (const entry of all.slice(1)) {
      if (entry.from <= last.to && entry.value !== last.value) {
        const params = { code: code.levels[code.values[entry.row]], value: entry.value, other: last.value };
        fail("cohort/list-overlap", where(entry.row), { ...params, row: table.origin[last.row] }, messages);
      }
      if (entry.from > last.to + 1) {
        gaps++;
        gap ??= { row: entry.row, code: code.levels[code.values[entry.row]] };
      }
      if (entry.to > last.to) last = entry;
    }
  }
  if (gap !== undefined) problems.push(problem("cohort/list-gap", "warning", where(gap.row), { code: gap.code, gaps }));

  const spelled = new Set(code.levels);
  const pieces = new Map<string, readonly Piece[]>();
  for (const key of entries.keys()) {
    const spans = follow(entries, key, FIRST, LAST, new Set(), (row, path) =>
      fail("cohort/list-circle", where(row), { codes: path.join(" → ") }, messages),
    );
    pieces.set(key, joined(spans));
  }
  return {
    find(text) {
      const found = pieces.get(looseText(text));
      return found && { pieces: found, respelled: !spelled.has(text) };
    },
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

/** What a code means on the days [low, high], values that are codes followed on; days without meaning are left out. */
function follow(
  entries: ReadonlyMap<string, readonly Entry[]>,
  key: string,
  low: number,
  high: number,
  path: ReadonlySet<string>,
  circle: (row: number, path: readonly string[]) => never,
): Span[] {
  const spans: Span[] = [];
  const onPath = new Set([...path, key]);
  let after = low;
  for (const entry of entries.get(key) as readonly Entry[]) {
    const from = Math.max(entry.from, after);
    const to = Math.min(entry.to, high);
    if (from > to) continue;
    after = to + 1;
    const next = looseText(entry.value);
    if (next === key || !entries.has(next)) {
      spans.push({ from, to, value: entry.value });
      continue;
    }
    if (onPath.has(next)) circle(entry.row, [...onPath, next]);
    let reached = from;
    for (const span of follow(entries, next, from, to, onPath, circle)) {
      if (span.from > reached) spans.push({ from: reached, to: span.from - 1, value: entry.value });
      spans.push(span);
      reached = span.to + 1;
    }
    if (reached <= to) spans.push({ from: reached, to, value: entry.value });
  }
  return spans;
}

/** Spans as pieces from the beginning, neighbours of one value put together. */
function joined(spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, value: string | undefined) => {
    const last = pieces.at(-1);
    if (last !== undefined && last.value === value) return;
    pieces.push({ from, value });
  };
  let reached: Day = FIRST;
  for (const span of spans) {
    if (span.from > reached) add(reached, undefined);
    add(span.from, span.value);
    reached = span.to + 1;
  }
  if (reached <= LAST) add(reached, undefined);
  return pieces;
}
