import { KontrafaktError, type Params, type Problem, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { IdentifierOptions } from "../options/identifier-options.js";
import type { CategoryColumn, Column, NumberColumn, Table } from "../table/table.js";
import { requestedColumns, type TableRequest } from "../table/table-request.js";
import { canonicalIdentifier } from "./canonical-identifier.js";
import type { ColumnFinding } from "./find-identifiers.js";
import type { Family } from "./identifier.js";
import { kindLabel } from "./kind-label.js";
import { type LookFor, lookAtColumn } from "./look-at-column.js";
import { maskIdentifiersIn } from "./mask-identifiers.js";

export interface Guard extends LookFor {
  /** `never`: the file is not about people, so that masking is no way out. */
  readonly otherColumns: IdentifierOptions["otherColumns"] | "never";
}

export interface Guarded {
  readonly table: Table;
  readonly problems: readonly Problem[];
}

/** What a problem says of identifiers in a column. */
export function findingParams({ kind, share }: ColumnFinding): Params {
  return { kind: kindLabel[kind], percent: Math.max(1, Math.round(100 * share)) };
}

/**
 * A table fit to be worked with. National identifiers in a column asked for as an identifier get one way of writing, so that files
 * link whatever their separators; those in any other column are refused, or masked where the guard says so.
 *
 * @throws KontrafaktError naming each column that holds identifiers and may not
 */
export function guardTable(table: Table, request: TableRequest, guard: Guard): Guarded {
  const problems: Problem[] = [];
  const refused: Problem[] = [];
  const columns = new Map(table.columns);
  const wide = new Map(table.wide);
  const guarded = (header: string, column: Column, identifier: boolean): Column => {
    const finding = lookAtColumn(column, guard, identifier);
    if (finding === undefined) return column;
    const where = { file: table.file, column: header };
    const params = findingParams(finding);
    if (identifier && finding.whole) {
      problems.push(problem("cohort/identifiers-replaced", "note", where, params));
      return column.type === "category" ? canonicalColumn(column, finding.family, guard) : column;
    }
    if (guard.otherColumns !== "mask") {
      const code = guard.otherColumns === "never" ? "cohort/identifier-not-wanted" : "cohort/identifier-in-column";
      refused.push(problem(code, "error", where, params));
      return column;
    }
    problems.push(problem("cohort/identifier-masked", "warning", where, params));
    return column.type === "category" ? maskedColumn(column) : withoutIdentifiers(column as NumberColumn, finding.family, guard);
  };
  for (const [key, { header, identifier }] of requestedColumns(request)) {
    const column = columns.get(key);
    if (column !== undefined) columns.set(key, guarded(header, column, identifier === true));
  }
  for (const [header, column] of wide) wide.set(header, guarded(header, column, false));
  if (refused.length > 0) throw new KontrafaktError(refused, messages);
  return { table: { ...table, columns, ...(table.wide ? { wide } : {}) }, problems };
}

function canonicalColumn(column: CategoryColumn, family: Family, guard: Guard): CategoryColumn {
  return relevelled(column, (level) => canonicalIdentifier(level, family, guard)?.id ?? level);
}

function maskedColumn(column: CategoryColumn): CategoryColumn {
  return relevelled(column, maskIdentifiersIn);
}

/** A column with its levels written otherwise; levels that become the same are one. */
function relevelled(column: CategoryColumn, write: (level: string) => string): CategoryColumn {
  const codeOf = new Map<string, number>();
  const levels: string[] = [];
  const code = Int32Array.from(column.levels, (level) => {
    const text = write(level);
    const before = codeOf.get(text);
    if (before !== undefined) return before;
    codeOf.set(text, levels.length);
    levels.push(text);
    return levels.length - 1;
  });
  return { ...column, levels, values: column.values.map((value) => (value < 0 ? value : code[value])) };
}

function withoutIdentifiers(column: NumberColumn, family: Family, guard: Guard): NumberColumn {
  const isOne = (value: number) =>
    Number.isInteger(value) && value >= 1e7 && value < 1e12 && canonicalIdentifier(String(value), family, guard) !== undefined;
  return { ...column, values: column.values.map((value) => (isOne(value) ? Number.NaN : value)) };
}
