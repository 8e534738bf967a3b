import { fail, type PeriodUnit, periodLabel } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { CategoryColumn, Table } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { ALWAYS, NEVER } from "./panel.js";
import { NO_PERIOD, ordinalsOf, SPANS } from "./row-periods.js";

interface GroupChoice {
  readonly periods: Exclude<PeriodUnit, "ordinal">;
  readonly pattern?: string | undefined;
  readonly schoolYearFrom: number;
  readonly group?: string | undefined;
  readonly groups?: Readonly<Record<string, string>> | undefined;
  readonly start?: string | undefined;
}

/** Columns that tell a row's group. @throws KontrafaktError unless there is one of `groups` and `start` */
export function groupColumns(options: GroupChoice): [string, ColumnRequest][] {
  const { group, groups, start } = options;
  if ((groups === undefined) === (start === undefined)) fail("cohort/groups-or-start", { option: "groups" }, {}, messages);
  if (groups !== undefined && group === undefined) fail("cohort/groups-need-group", { option: "group" }, {}, messages);
  const columns: [string, ColumnRequest][] = [];
  if (group !== undefined) columns.push(["group", { header: group, type: "category", required: true }]);
  if (start !== undefined) columns.push(["start", { header: start, type: "category" }]);
  return columns;
}

/** The group of each row: its place in `names`, and when it was first treated. A row whose group is unknown has −1 and a code. */
export interface RowGroups {
  readonly of: Int32Array;
  readonly names: readonly string[];
  readonly firstTreated: Int32Array;
  /** What is wrong with a row, with its column; undefined for a good one. */
  fault(row: number): { readonly code: string; readonly column: string; readonly detail: string } | undefined;
}

/** Whoever was treated before `first` was always treated; a start after the last period is never seen and stays as it is. */
export function rowGroups(table: Table, options: GroupChoice): RowGroups {
  const group = table.columns.get("group") as CategoryColumn | undefined;
  const start = table.columns.get("start") as CategoryColumn | undefined;
  const why = new Int32Array(table.rows);
  const declared = options.groups === undefined ? undefined : declaredStarts(options.groups, options);
  const ofStart = start && ordinalsOf(start.levels, options, { file: table.file, column: options.start as string });
  const names: string[] = [];
  const starts: number[] = [];
  const places = new Map<string, number>();
  const of = Int32Array.from({ length: table.rows }, (_, i) => {
    const name = group?.levels[group.values[i]];
    const first = declared ? declared.get(name as string) : startOf(start?.values[i] ?? -1, ofStart as Int32Array);
    if (first === undefined || first === NO_PERIOD || first === SPANS) {
      why[i] = first ?? NO_PERIOD;
      return -1;
    }
    const key = `${first}/${name ?? ""}`;
    let at = places.get(key);
    if (at === undefined) {
      at = names.length;
      places.set(key, at);
      names.push(name ?? (first === NEVER ? "never" : periodLabel(first, options.periods)));
      starts.push(first);
    }
    return at;
  });
  return {
    of,
    names,
    firstTreated: Int32Array.from(starts),
    fault(row) {
      if (of[row] >= 0) return undefined;
      if (declared !== undefined)
        return { code: "cohort/unknown-group", column: options.group as string, detail: group?.levels[group.values[row]] ?? "" };
      const code = why[row] === SPANS ? "cohort/period-longer" : "cohort/unreadable-period";
      return { code, column: options.start as string, detail: start?.levels[start.values[row]] ?? "" };
    },
  };
}

const startOf = (code: number, ofLevel: Int32Array) => (code < 0 ? NEVER : ofLevel[code]);

function declaredStarts(groups: Readonly<Record<string, string>>, options: GroupChoice): ReadonlyMap<string, number> {
  const names = Object.keys(groups);
  return new Map(
    names.map((name) => {
      const text = groups[name].trim();
      if (text === "never") return [name, NEVER];
      if (text === "always") return [name, ALWAYS];
      const [ordinal] = ordinalsOf([text], { ...options, pattern: undefined }, { option: `groups.${name}` });
      if (ordinal === NO_PERIOD || ordinal === SPANS)
        fail("cohort/group-start-unreadable", { option: `groups.${name}` }, { found: text, period: options.periods }, messages);
      return [name, ordinal];
    }),
  );
}

/** Groups first treated before the first period are always treated. */
export function settleAlways(firstTreated: Int32Array, first: number): Int32Array {
  return firstTreated.map((g) => (g < first ? ALWAYS : g));
}
