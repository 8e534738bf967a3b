import { problem } from "@kontrafakt/base";
import { tableAccount } from "../ledger/table-account.js";
import type { ComparisonCellsOptions } from "../options/comparison-cells-options.js";
import { type Reading, readInto } from "../table/reading.js";
import type { CategoryColumn, NumberColumn, Table } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import { looseText } from "../text/loose-text.js";
import { createCombiner } from "./combine-readings.js";
import type { ComparisonMeans } from "./comparison-means.js";
import { periodStretches } from "./period-stretches.js";
import { type Place, placeStretch } from "./place-stretch.js";
import type { Stretch } from "./stretch.js";

/**
 * Reads published averages of others by group and period, and takes the mean over groups, each by its n. A row without n, with a figure
 * that is none, of a group that is left out, or of a period that cannot be read is listed. That groups differ between periods is told.
 */
export async function readComparison(options: ComparisonCellsOptions, reading: Reading): Promise<ComparisonMeans> {
  const { window, ledger } = reading;
  const outcomes = Object.entries(options.outcomes);
  const columns = new Map<string, ColumnRequest>([
    ["period", { header: options.period, type: "category", required: true }],
    ["n", { header: options.n, type: "number", required: true }],
  ]);
  if (options.group !== undefined) columns.set("group", { header: options.group, type: "category", required: true });
  if (options.outcome !== undefined) columns.set("outcome", { header: options.outcome, type: "category", required: true });
  for (const [name, { mean, total }] of outcomes)
    columns.set(`figure:${name}`, { header: (mean ?? total) as string, type: "number" });
  const table = await readInto(reading, options, { columns, purpose: "comparison" });
  const account = tableAccount(ledger, table);
  const period = table.columns.get("period") as CategoryColumn;
  const stretches = periodStretches(period.levels, options, { file: table.file, column: options.period });
  const places = stretches.map((stretch) => stretch && placeStretch(stretch, window, options.longer));
  const group = table.columns.get("group") as CategoryColumn | undefined;
  const leftOut = new Set(options.leaveOut.map(looseText));
  const n = (table.columns.get("n") as NumberColumn).values;
  const named = table.columns.get("outcome") as CategoryColumn | undefined;
  const byName = new Map(outcomes.map(([name, outcome], k) => [looseText(outcome.named ?? name), k]));

  const units = group?.levels.length ?? 1;
  const parts = options.longer === "share";
  const made = outcomes.map(() => ({
    mean: createCombiner(units, window.starts, parts ? "sum" : undefined, parts),
    people: createCombiner(units, window.starts, "mean", false),
  }));
  const used: number[] = [];
  for (let i = 0; i < table.rows; i++) {
    const code = period.values[i];
    const own = group?.levels[group.values[i]] ?? "";
    const k = named === undefined ? -1 : (byName.get(looseText(named.levels[named.values[i]])) ?? -2);
    const asked = k === -1 ? outcomes.map((_, j) => j) : [k];
    const figures = asked.map((j) => figureOf(table, outcomes[j], n[i], i));
    const found = places[code];
    if (leftOut.has(looseText(own))) account.list(i, "cohort/comparison-left-out", options.group, own);
    else if (stretches[code] === undefined) account.list(i, "cohort/unreadable-period", options.period, period.levels[code]);
    else if (found === undefined) account.list(i, "cohort/period-spans", options.period, period.levels[code]);
    else if (k === -2) account.list(i, "cohort/cell-other-outcome", options.outcome, named?.levels[named.values[i]]);
    else if (!(n[i] > 0)) account.list(i, "cohort/cell-n", options.n, String(n[i]));
    else if (figures.every(Number.isNaN)) account.list(i, "cohort/cell-without-mean", figureColumn(outcomes[asked[0]][1]));
    else {
      const at = { unit: group?.values[i] ?? 0, stretch: (stretches[code] as Stretch).from, places: found, people: n[i] };
      const taken = asked.map((j, a) => Number.isNaN(figures[a]) || take(made[j], figures[a], at));
      if (taken.includes(true)) used.push(i);
      else account.list(i, "cohort/cell-again", options.period, period.levels[code]);
    }
  }
  account.used(used);
  const read = made.map(({ mean, people }) => ({ mean: mean.finish().values, people: people.finish().values }));
  const T = window.ordinals.length;
  const result: ComparisonMeans = {
    kind: "comparison-means",
    groups: new Set(used.map((i) => group?.values[i] ?? 0)).size,
    outcomes: outcomes.map(([name], k) => ({ name, ...pooled(read[k], units, T) })),
  };
  tell(
    reading,
    table.file,
    options,
    read,
    units,
    [...new Set(used.map((i) => group?.values[i] ?? -1))].flatMap((code) => (code < 0 ? [] : [group?.levels[code] as string])),
  );
  return result;
}

type Made = { readonly mean: ReturnType<typeof createCombiner>; readonly people: ReturnType<typeof createCombiner> };

function take(
  { mean, people }: Made,
  figure: number,
  at: { unit: number; stretch: number; places: readonly Place[]; people: number },
): boolean {
  let taken = at.places.length === 0;
  for (const place of at.places) {
    if (!mean.add(at.unit, place, figure, at.stretch)) continue;
    people.add(at.unit, { ...place, share: 1 }, at.people, at.stretch);
    taken = true;
  }
  return taken;
}

function figureOf(
  table: Table,
  outcome: readonly [string, { readonly total?: string | undefined }] | undefined,
  n: number,
  row: number,
): number {
  if (outcome === undefined) return Number.NaN;
  const value = (table.columns.get(`figure:${outcome[0]}`) as NumberColumn).values[row];
  return outcome[1].total === undefined ? value : value / n;
}

function pooled(
  { mean, people }: { readonly mean: Float64Array; readonly people: Float64Array },
  units: number,
  T: number,
): { readonly mean: Float64Array; readonly people: Float64Array } {
  const out = { mean: new Float64Array(T).fill(Number.NaN), people: new Float64Array(T) };
  for (let t = 0; t < T; t++) {
    let sum = 0;
    for (let u = 0; u < units; u++) {
      const cell = u * T + t;
      if (Number.isNaN(mean[cell])) continue;
      sum += people[cell] * mean[cell];
      out.people[t] += people[cell];
    }
    if (out.people[t] > 0) out.mean[t] = sum / out.people[t];
  }
  return out;
}

function tell(
  { problems, study, window }: Reading,
  file: string,
  options: ComparisonCellsOptions,
  read: readonly { readonly mean: Float64Array }[],
  units: number,
  counted: readonly string[],
): void {
  const T = window.ordinals.length;
  const option = "cohort.comparisonCells";
  read.forEach(({ mean }, k) => {
    const outcome = Object.keys(options.outcomes)[k];
    const groups = Array.from({ length: T }, (_, t) => {
      let count = 0;
      for (let u = 0; u < units; u++) if (!Number.isNaN(mean[u * T + t])) count++;
      return count;
    });
    const some = groups.filter((count) => count > 0);
    if (some.length === 0) problems.push(problem("cohort/comparison-nothing", "warning", { file, option }, { outcome }));
    else if (some.some((count) => count !== some[0])) {
      const params = { outcome, fewest: Math.min(...some), most: Math.max(...some) };
      problems.push(problem("cohort/comparison-groups-change", "warning", { file, option }, params));
    }
  });
  const home = study.home;
  if (home !== undefined && counted.some((name) => looseText(name) === looseText(home)))
    problems.push(problem("cohort/comparison-home", "note", { file, option: `${option}.leaveOut` }, { home }));
}

function figureColumn({ mean, total }: ComparisonCellsOptions["outcomes"][string]): string {
  return mean ?? total ?? "";
}
