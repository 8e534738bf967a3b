import { type Problem, periodLabel, problem } from "@kontrafakt/base";
import { tableAccount } from "../ledger/table-account.js";
import type { CellsOptions } from "../options/group-options.js";
import { type FileReading, readInto } from "../table/reading.js";
import type { CategoryColumn, NumberColumn } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import type { CellGroup } from "./cells.js";
import { refuseWithRows } from "./refuse-with-rows.js";
import { ordinalsOf } from "./row-periods.js";

/**
 * Reads covariances (or correlations) between people's values in two periods, for each group: variables × variables, variances from the
 * cells' own standard deviations. A row of a pair that the cells do not have is listed.
 * @throws KontrafaktError where a pair of periods that both have people is not told, or a correlation is none
 */
export async function readCellCovariance(
  reading: FileReading,
  options: CellsOptions,
  groups: readonly CellGroup[],
  about: { readonly names: readonly string[]; readonly ordinals: Int32Array },
): Promise<readonly Float64Array[]> {
  const asked = options.covariance as NonNullable<CellsOptions["covariance"]>;
  const { names, ordinals } = about;
  const columns = new Map<string, ColumnRequest>([
    ["group", { header: asked.group, type: "category", required: true }],
    ["period", { header: asked.period, type: "category", required: true }],
    ["with", { header: asked.with, type: "category", required: true }],
    ["value", { header: asked.value, type: "number", required: true }],
  ]);
  if (asked.outcome !== undefined) columns.set("outcome", { header: asked.outcome, type: "category", required: true });
  if (asked.withOutcome !== undefined)
    columns.set("withOutcome", { header: asked.withOutcome, type: "category", required: true });
  const table = await readInto(reading, asked, { columns, purpose: "covariance" });
  const account = tableAccount(reading.ledger, table);
  const category = (key: string) => table.columns.get(key) as CategoryColumn;
  const place = new Map(Array.from(ordinals, (o, t) => [o, t]));
  const timeOf = (key: string, header: string) => {
    const of = ordinalsOf(category(key).levels, options, { file: table.file, column: header });
    return (row: number) => place.get(of[category(key).values[row]]) ?? -1;
  };
  const first = timeOf("period", asked.period);
  const second = timeOf("with", asked.with);
  const outcome = (key: string, row: number, otherwise: number) => {
    const column = table.columns.get(key) as CategoryColumn | undefined;
    return column === undefined ? otherwise : names.indexOf(column.levels[column.values[row]]);
  };
  const ofGroup = new Map<string, number[]>();
  groups.forEach(({ name }, g) => {
    ofGroup.set(name, [...(ofGroup.get(name) ?? []), g]);
  });
  const T = ordinals.length;
  const V = names.length * T;
  const found = groups.map(({ sd }) => {
    const own = new Float64Array(V * V).fill(Number.NaN);
    for (let v = 0; v < V; v++) own[v * V + v] = sd[v] * sd[v];
    return own;
  });
  const values = (table.columns.get("value") as NumberColumn).values;
  const used: number[] = [];
  for (let i = 0; i < table.rows; i++) {
    const k = outcome("outcome", i, 0);
    const l = outcome("withOutcome", i, k);
    const [t, s] = [first(i), second(i)];
    const mine = ofGroup.get(category("group").levels[category("group").values[i]]) ?? [];
    if (t < 0 || s < 0 || k < 0 || l < 0 || mine.length === 0) {
      account.list(i, "cohort/covariance-unknown-pair", asked.period);
      continue;
    }
    if (asked.is === "correlation" && !(Math.abs(values[i]) <= 1)) {
      account.list(i, "cohort/no-correlation", asked.value, String(values[i]));
      continue;
    }
    used.push(i);
    const [v, u] = [k * T + t, l * T + s];
    if (v === u) continue;
    for (const g of mine) {
      const value = asked.is === "correlation" ? values[i] * groups[g].sd[v] * groups[g].sd[u] : values[i];
      found[g][v * V + u] = value;
      found[g][u * V + v] = value;
    }
  }
  account.used(used);
  const period = (v: number) => periodLabel(ordinals[v % T], options.periods);
  const refuseIncomplete = (group: string, u: number, v: number) =>
    refuseWithRows("cohort/covariance-incomplete", table.file, { group, period: period(u), with: period(v) }, reading.ledger);
  if (asked.is === "covariance")
    reading.problems.push(
      ...likeCorrelations(
        used.map((i) => values[i]),
        groups,
        table.file,
      ),
    );
  groups.forEach(({ n, name }, g) => {
    for (let v = 0; v < V; v++) {
      for (let u = 0; u < v; u++) {
        const sameOutcome = Math.floor(v / T) === Math.floor(u / T);
        if (n[v] > 0 && n[u] > 0 && sameOutcome && Number.isNaN(found[g][v * V + u])) refuseIncomplete(name, u, v);
      }
    }
  });
  return found;
}

/** Covariances that are all within −1 and 1, of values that are spread far wider, are most likely correlations. */
function likeCorrelations(values: readonly number[], groups: readonly CellGroup[], file: string): readonly Problem[] {
  const least = groups.reduce((low, { sd }) => sd.reduce((a, b) => (b > 0 ? Math.min(a, b) : a), low), Number.POSITIVE_INFINITY);
  const isLike = values.length > 0 && values.every((x) => Math.abs(x) <= 1) && values.some((x) => Math.abs(x) > 0.05);
  if (!isLike || !(least > 3) || least === Number.POSITIVE_INFINITY) return [];
  return [problem("cohort/covariance-like-correlation", "warning", { file }, { sd: least })];
}
