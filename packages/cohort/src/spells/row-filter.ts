import { dayFromIso, NO_DAY } from "@kontrafakt/base";
import type { FilterOptions } from "../options/filter-options.js";
import { tidyHeader } from "../table/resolve-header.js";
import type { CategoryColumn, DayColumn, NumberColumn, Table } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { looseText } from "../text/loose-text.js";

type Condition = FilterOptions[string];
type Range = { readonly from?: string | number; readonly to?: string | number };

const isRange = (condition: Condition): condition is Exclude<Range, never> =>
  typeof condition === "object" && !Array.isArray(condition);

const isDated = ({ from, to }: Range) => typeof (from ?? to) === "string";

function typeOf(condition: Condition): "category" | "number" | "day" {
  return !isRange(condition) ? "category" : isDated(condition) ? "day" : "number";
}

const keyOf = (header: string, condition: Condition) => `where:${typeOf(condition)}:${tidyHeader(header)}`;

/** The columns that filters read, by key. */
export function filterColumns(filters: readonly FilterOptions[]): Map<string, ColumnRequest> {
  const columns = new Map<string, ColumnRequest>();
  for (const filter of filters) {
    for (const [header, condition] of Object.entries(filter)) {
      columns.set(keyOf(header, condition), { header, type: typeOf(condition) });
    }
  }
  return columns;
}

/** Whether a row meets every condition of a filter. A missing cell meets none. */
export function rowFilter(filter: FilterOptions, table: Table): (row: number) => boolean {
  const unmet = unmetHeader(filter, table);
  return (row) => unmet(row) === undefined;
}

/** Header of the first condition of a filter that a row does not meet. */
export function unmetHeader(filter: FilterOptions, table: Table): (row: number) => string | undefined {
  const headers = Object.keys(filter);
  const tests = Object.entries(filter).map(([header, condition]) => {
    const column = table.columns.get(keyOf(header, condition));
    if (!isRange(condition)) {
      const { values, levels } = column as CategoryColumn;
      const wanted = new Set((Array.isArray(condition) ? condition : [condition]).map((value) => looseText(String(value))));
      const holds = Uint8Array.from(levels, (level) => (wanted.has(looseText(level)) ? 1 : 0));
      return (row: number) => values[row] >= 0 && holds[values[row]] === 1;
    }
    const { values } = column as NumberColumn | DayColumn;
    const bound = (value: string | number | undefined, none: number) =>
      value === undefined ? none : typeof value === "string" ? dayFromIso(value) : value;
    const low = bound(condition.from, Number.NEGATIVE_INFINITY);
    const high = bound(condition.to, Number.POSITIVE_INFINITY);
    const dated = isDated(condition);
    return (row: number) => !(dated && values[row] === NO_DAY) && values[row] >= low && values[row] <= high;
  });
  return (row) => {
    for (let k = 0; k < tests.length; k++) if (!tests[k](row)) return headers[k];
    return undefined;
  };
}
