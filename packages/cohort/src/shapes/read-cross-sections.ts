import { type Context, fail, type Problem, problem } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import type { Ledger } from "../ledger/ledger.js";
import { tableAccount } from "../ledger/table-account.js";
import { messages } from "../messages.js";
import { type CrossSectionOptionsInput, crossSectionOptions } from "../options/group-options.js";
import { type FileDetected, readInto } from "../table/reading.js";
import type { Source } from "../table/source.js";
import type { CategoryColumn, NumberColumn, Table } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { byCodeUnits } from "../text/by-code-units.js";
import type { CrossSections } from "./cross-sections.js";
import { fileReading } from "./file-reading.js";
import type { Clustering, Covariate } from "./panel.js";
import { refuseWithRows } from "./refuse-with-rows.js";
import { groupColumns, rowGroups, settleAlways } from "./row-groups.js";
import { NO_PERIOD, ordinalsOf, periodIndex, SPANS } from "./row-periods.js";

const MOST_LEVELS = 200;

/** What was read, and what became of every row. */
export interface ReadCrossSections {
  readonly kind: "cross-sections-read";
  readonly data: CrossSections;
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
  readonly detected: readonly FileDetected[];
}

/**
 * Reads repeated cross-sections: one row a person and period, people who are not the same or cannot be linked. A row without a readable
 * period, a known group, a weight of 0 or more, or a covariate is listed; a measure that is missing stays missing.
 * @throws KontrafaktError for contradicting options, a missing file or column, or no row left
 */
export async function readCrossSections(
  sources: ReadonlyMap<string, Source>,
  input: CrossSectionOptionsInput,
  context?: Context,
): Promise<ReadCrossSections> {
  const options = crossSectionOptions.parse(input);
  const reading = fileReading(sources, options, context);
  const columns = new Map<string, ColumnRequest>([
    ["period", { header: options.period, type: "category", required: true }],
    ...groupColumns(options),
  ]);
  const add = (key: string, header: string, type: ColumnRequest["type"], more: Partial<ColumnRequest> = {}) =>
    columns.set(key, { header, type, ...more });
  if (options.person !== undefined) add("person", options.person, "category", { required: true, identifier: true });
  if (options.weight !== undefined) add("weight", options.weight, "number", { required: true });
  const measures = Object.entries(options.measures).map(([name, written]) => ({
    name,
    ...(typeof written === "string" ? { column: written, unit: "days", minimum: undefined, maximum: undefined } : written),
  }));
  const covariates = Object.entries(options.covariates).map(([name, written]) => ({
    name,
    ...(typeof written === "string" ? { column: written, type: "category" as const } : written),
  }));
  if (measures.length === 0) fail("cohort/no-measures", { option: "measures" }, {}, messages);
  for (const { name, column } of measures) add(`measure:${name}`, column, "number");
  for (const { name, column, type } of covariates) add(`covariate:${name}`, column, type, { required: true });
  for (const [name, header] of Object.entries(options.clusterings)) add(`cluster:${name}`, header, "category");
  const table = await readInto(reading, options, { columns, purpose: "cross-sections" });
  const account = tableAccount(reading.ledger, table);

  const period = table.columns.get("period") as CategoryColumn;
  const ordinals = ordinalsOf(period.levels, options, { file: table.file, column: options.period });
  const groups = rowGroups(table, options);
  const person = table.columns.get("person") as CategoryColumn | undefined;
  const weight = table.columns.get("weight") as NumberColumn | undefined;
  const again = new Set<string>();
  const list = (i: number, code: string, column: string, detail: string): false => {
    account.list(i, code, column, detail);
    return false;
  };
  const isGood = (i: number): boolean => {
    const ordinal = ordinals[period.values[i]];
    if (ordinal === NO_PERIOD || ordinal === SPANS) {
      const code = ordinal === SPANS ? "cohort/period-longer" : "cohort/unreadable-period";
      return list(i, code, options.period, period.levels[period.values[i]]);
    }
    const fault = groups.fault(i);
    if (fault !== undefined) return list(i, fault.code, fault.column, fault.detail);
    if (weight !== undefined && !(weight.values[i] >= 0))
      return list(i, "cohort/weight-negative", options.weight as string, String(weight.values[i]));
    if (person === undefined) return true;
    const key = `${person.values[i]}/${ordinal}`;
    if (again.has(key))
      return list(i, "cohort/person-period-again", options.person as string, maskIdentifier(person.levels[person.values[i]]));
    again.add(key);
    return true;
  };
  const rows: number[] = [];
  for (let i = 0; i < table.rows; i++) if (isGood(i)) rows.push(i);
  if (rows.length === 0) refuseWithRows("cohort/no-rows-left", table.file, {}, reading.ledger);
  account.used(rows);
  const used = new Uint8Array(table.rows);
  for (const i of rows) used[i] = 1;
  const found = periodIndex(period, ordinals, (i) => used[i] === 1);

  const data: CrossSections = {
    kind: "cross-sections",
    rows: rows.length,
    periods: { unit: options.periods, ordinals: found.ordinals },
    period: Int32Array.from(rows, (i) => found.of[i]),
    firstTreated: settleAlways(
      Int32Array.from(rows, (i) => groups.firstTreated[groups.of[i]]),
      found.ordinals[0],
    ),
    group: Int32Array.from(rows, (i) => groups.of[i]),
    groupNames: groups.names,
    measures: measures.map(({ name, unit, column, minimum, maximum }) => {
      const { values } = table.columns.get(`measure:${name}`) as NumberColumn;
      return {
        name,
        unit,
        values: Float64Array.from(rows, (i) => {
          const inside = !(
            values[i] < (minimum ?? Number.NEGATIVE_INFINITY) || values[i] > (maximum ?? Number.POSITIVE_INFINITY)
          );
          if (!inside) account.note(i, "cohort/out-of-range", column, String(values[i]));
          return inside ? values[i] : Number.NaN;
        }),
      };
    }),
    covariates: covariates.flatMap(({ name, column }) => covariate(table, name, column, rows)),
    clusterings: [
      ...(person ? [clustering("person", person, rows)] : []),
      ...Object.keys(options.clusterings).map((name) =>
        clustering(name, table.columns.get(`cluster:${name}`) as CategoryColumn, rows),
      ),
    ],
    ...(weight && { samplingWeight: Float64Array.from(rows, (i) => weight.values[i]) }),
  };
  const recurring = person === undefined ? 0 : rows.length - data.clusterings[0].count;
  if (recurring > 0)
    reading.problems.push(
      problem("cohort/persons-recur", "note", { file: table.file, column: options.person as string }, { count: recurring }),
    );
  const ledger = reading.ledger.finish();
  return {
    kind: "cross-sections-read",
    data: { ...data, ledger },
    ledger,
    problems: reading.problems,
    detected: reading.detected,
  };
}

function covariate(table: Table, name: string, header: string, rows: readonly number[]): Covariate[] {
  const column = table.columns.get(`covariate:${name}`) as CategoryColumn | NumberColumn;
  if (column.type === "number") return [{ name, values: Float64Array.from(rows, (i) => column.values[i]) }];
  const codes = [...new Set(rows.map((i) => column.values[i]))].sort((a, b) => byCodeUnits(column.levels[a], column.levels[b]));
  if (codes.length > MOST_LEVELS) {
    const params = { covariate: name, levels: codes.length, limit: MOST_LEVELS };
    fail("cohort/too-many-levels", { file: table.file, column: header }, params, messages);
  }
  return codes.slice(1).map((code) => ({
    name: `${name}=${column.levels[code]}`,
    values: Float64Array.from(rows, (i) => (column.values[i] === code ? 1 : 0)),
  }));
}

function clustering(name: string, column: CategoryColumn, rows: readonly number[]): Clustering {
  const dense = new Map<number, number>();
  const of = Int32Array.from(rows, (i) => {
    const code = column.values[i];
    if (code < 0) return -1;
    if (!dense.has(code)) dense.set(code, dense.size);
    return dense.get(code) as number;
  });
  return { name, of, count: dense.size };
}
