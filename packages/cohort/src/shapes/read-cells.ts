import { type Context, fail } from "@kontrafakt/base";
import { tableAccount } from "../ledger/table-account.js";
import { messages } from "../messages.js";
import { type CellOutcome, type CellsOptions, type CellsOptionsInput, cellsOptions } from "../options/group-options.js";
import { readInto } from "../table/reading.js";
import type { Source } from "../table/source.js";
import type { CategoryColumn, NumberColumn, Table } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { looseText } from "../text/loose-text.js";
import { cellGaps } from "./cell-gaps.js";
import { type CellNumbers, cellValue } from "./cell-value.js";
import type { CellGroup, Cells } from "./cells.js";
import { fileReading } from "./file-reading.js";
import { readCellCovariance } from "./read-cell-covariance.js";
import { refuseWithRows } from "./refuse-with-rows.js";
import { groupColumns, type RowGroups, rowGroups, settleAlways } from "./row-groups.js";
import { NO_PERIOD, ordinalsOf, periodIndex, SPANS } from "./row-periods.js";

const figures = ["mean", "total", "count", "sd", "se"] as const;

/**
 * Reads aggregated cells: one row a group and period (and outcome, or one column an outcome) with n, a mean and its spread. A row
 * without n, a known group or a readable period is listed, and so is a second row of a cell, and one of which nothing can be used; a
 * single outcome of a row that cannot be used becomes missing and is noted.
 * @throws KontrafaktError for contradicting options, a missing file or column, or no row left
 */
export async function readCells(
  sources: ReadonlyMap<string, Source>,
  input: CellsOptionsInput,
  context?: Context,
): Promise<Cells> {
  const options = cellsOptions.parse(input);
  const outcomes = Object.entries(options.outcomes);
  refuseCellOptions(options, outcomes);
  const reading = fileReading(sources, options, context);
  const table = await readInto(reading, options, { columns: cellColumns(options, outcomes), purpose: "cells" });
  const account = tableAccount(reading.ledger, table);
  const period = table.columns.get("period") as CategoryColumn;
  const ordinals = ordinalsOf(period.levels, options, { file: table.file, column: options.period });
  const groups = rowGroups(table, options);
  const n = (table.columns.get("n") as NumberColumn).values;
  const which = outcomeOf(table, outcomes);

  const fault = (i: number): readonly [string, string, string] | undefined => {
    const text = period.levels[period.values[i]];
    const ordinal = ordinals[period.values[i]];
    if (ordinal === SPANS) return ["cohort/period-longer", options.period, text];
    if (ordinal === NO_PERIOD) return ["cohort/unreadable-period", options.period, text];
    const wrong = groups.fault(i);
    if (wrong !== undefined) return [wrong.code, wrong.column, wrong.detail];
    if (!(n[i] >= 0) || !Number.isInteger(n[i])) return ["cohort/cell-n", options.n, String(n[i])];
    if (which !== undefined && which[i] < 0)
      return ["cohort/cell-other-outcome", options.outcome as string, outcomeText(table, i)];
    return undefined;
  };
  const good = new Uint8Array(table.rows);
  for (let i = 0; i < table.rows; i++) {
    const wrong = fault(i);
    if (wrong === undefined) good[i] = 1;
    else account.list(i, ...wrong);
  }
  const found = periodIndex(period, ordinals, (i) => good[i] === 1);
  const T = found.ordinals.length;
  const V = outcomes.length * T;
  if (T === 0) refuseWithRows("cohort/no-rows-left", table.file, {}, reading.ledger);

  const stratum = table.columns.get("stratum") as CategoryColumn | undefined;
  const made = new Map<string, CellGroup>();
  const used: number[] = [];
  for (let i = 0; i < table.rows; i++) {
    if (good[i] === 0) continue;
    const group = groupFor(made, groups, groups.of[i], stratum?.levels[stratum.values[i]] ?? "", V, found.ordinals[0]);
    const asked = which === undefined ? outcomes.map((_, k) => k) : [which[i]];
    if (asked.some((k) => group.n[k * T + found.of[i]] >= 0)) {
      account.list(i, "cohort/cell-again", options.period, period.levels[period.values[i]]);
      continue;
    }
    const faults: [code: string, column: string, detail: string][] = [];
    for (const k of asked) {
      const v = k * T + found.of[i];
      const [name, outcome] = outcomes[k];
      const value = n[i] === 0 ? undefined : cellValue(n[i], numbersOf(table, name, i), outcome, true);
      group.n[v] = 0;
      if (typeof value === "string") faults.push([value, ...placeOf(value, table, name, outcome, i)]);
      if (value === undefined || typeof value === "string") continue;
      if (value.note !== undefined) account.note(i, value.note, ...placeOf(value.note, table, name, outcome, i));
      group.n[v] = n[i];
      group.mean[v] = value.mean;
      group.sd[v] = value.sd;
      group.nonZero[v] = value.nonZero;
    }
    if (faults.length === asked.length && faults.length > 0) account.list(i, ...faults[0]);
    else {
      used.push(i);
      for (const fault of faults) account.note(i, ...fault);
    }
  }
  account.used(used);
  if (used.length === 0) refuseWithRows("cohort/no-rows-left", table.file, {}, reading.ledger);
  const list = [...made.values()].map((group) => ({ ...group, n: group.n.map((count) => Math.max(count, 0)) }));
  const about = { names: outcomes.map(([name]) => name), ordinals: found.ordinals };
  reading.problems.push(...cellGaps(list, { ...about, unit: options.periods }));
  const covariances = options.covariance && (await readCellCovariance(reading, options, list, about));
  return {
    kind: "cells",
    periods: { unit: options.periods, ordinals: found.ordinals },
    outcomes: outcomes.map(([name, { unit }]) => ({ name, unit })),
    groups: covariances ? list.map((group, g) => ({ ...group, covariance: covariances[g] })) : list,
    ...(options.correlation ? { correlation: options.correlation } : {}),
    ledger: reading.ledger.finish(),
    problems: reading.problems,
    detected: reading.detected,
  };
}

function refuseCellOptions(options: CellsOptions, outcomes: readonly (readonly [string, CellOutcome])[]): void {
  if (outcomes.length === 0) fail("cohort/no-measures", { option: "outcomes" }, {}, messages);
  for (const [name, { mean, total, count, sd, se, named }] of outcomes) {
    const where = { option: `outcomes.${name}` };
    if ([mean, total, count].filter((given) => given !== undefined).length !== 1)
      fail("cohort/cell-mean", where, { outcome: name }, messages);
    if (count === undefined ? (sd === undefined) === (se === undefined) : (sd ?? se) !== undefined)
      fail("cohort/cell-spread", where, { outcome: name }, messages);
    if (named !== undefined && options.outcome === undefined) fail("cohort/cell-named", where, { outcome: name }, messages);
  }
  const { correlation, covariance } = options;
  if (correlation !== undefined && covariance !== undefined) fail("cohort/cell-both", { option: "correlation" }, {}, messages);
  if (correlation !== undefined && !(correlation[0] <= correlation[1])) {
    fail("cohort/correlation-reversed", { option: "correlation" }, { low: correlation[0], high: correlation[1] }, messages);
  }
  if (covariance !== undefined && outcomes.length > 1 && covariance.outcome === undefined)
    fail("cohort/covariance-outcome", { option: "covariance.outcome" }, {}, messages);
}

function cellColumns(
  options: CellsOptions,
  outcomes: readonly (readonly [string, CellOutcome])[],
): ReadonlyMap<string, ColumnRequest> {
  const columns = new Map<string, ColumnRequest>([
    ["period", { header: options.period, type: "category", required: true }],
    ...groupColumns(options),
    ["n", { header: options.n, type: "number", required: true }],
  ]);
  if (options.stratum !== undefined) columns.set("stratum", { header: options.stratum, type: "category", required: true });
  if (options.outcome !== undefined) columns.set("outcome", { header: options.outcome, type: "category", required: true });
  for (const [name, outcome] of outcomes) {
    for (const figure of figures) {
      const header = outcome[figure];
      if (header !== undefined) columns.set(`${figure}:${name}`, { header, type: "number" });
    }
  }
  return columns;
}

/** Outcome of each row of a file with one row an outcome; −1 where it is none of the study's. */
function outcomeOf(table: Table, outcomes: readonly (readonly [string, CellOutcome])[]): Int32Array | undefined {
  const column = table.columns.get("outcome") as CategoryColumn | undefined;
  if (column === undefined) return undefined;
  const places = new Map(outcomes.map(([name, { named }], k) => [looseText(named ?? name), k]));
  const ofLevel = column.levels.map((level) => places.get(looseText(level)) ?? -1);
  return column.values.map((code) => ofLevel[code]);
}

/** Text of a row's outcome column. */
function outcomeText(table: Table, row: number): string {
  const { values, levels } = table.columns.get("outcome") as CategoryColumn;
  return levels[values[row]];
}

/** Header and number of the cell that a code of `cellValue` is about; "" where it is blank. */
function placeOf(code: string, table: Table, name: string, outcome: CellOutcome, row: number): [column: string, detail: string] {
  const spread = /-(spread|one-person)/.test(code);
  const figure = (spread ? (["sd", "se"] as const) : (["mean", "total", "count"] as const)).find((f) => outcome[f] !== undefined);
  if (figure === undefined) return ["", ""];
  const number = numbersOf(table, name, row)[figure];
  return [outcome[figure] as string, Number.isNaN(number) ? "" : String(number)];
}

function numbersOf(table: Table, name: string, row: number): CellNumbers {
  const [mean, total, count, sd, se] = figures.map(
    (figure) => (table.columns.get(`${figure}:${name}`) as NumberColumn | undefined)?.values[row] ?? Number.NaN,
  );
  return { mean, total, count, sd, se };
}

/** Cells of a group not yet read have n = −1. */
function groupFor(
  made: Map<string, CellGroup>,
  groups: RowGroups,
  at: number,
  stratum: string,
  V: number,
  first: number,
): CellGroup {
  const key = `${at}/${stratum}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const blank = () => new Float64Array(V).fill(Number.NaN);
  const group: CellGroup = {
    name: groups.names[at],
    stratum,
    firstTreated: settleAlways(Int32Array.of(groups.firstTreated[at]), first)[0],
    n: new Float64Array(V).fill(-1),
    mean: blank(),
    sd: blank(),
    nonZero: blank(),
  };
  made.set(key, group);
  return group;
}
