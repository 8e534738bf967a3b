import { existsSync, readFileSync } from "node:fs";
import { NEVER, type Panel } from "@kontrafakt/cohort";

const reference = new URL("../../../shared/reference/", import.meta.url);
export const present = existsSync(reference);

export function rowsOf(name: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(new URL(`data/${name}.csv`, reference), "utf8")
    .trim()
    .split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    return Object.fromEntries(names.map((key, j) => [key, values[j]]));
  });
}

export function goldenOf(name: string) {
  return JSON.parse(readFileSync(new URL(`golden/${name}.json`, reference), "utf8"));
}

interface Columns {
  readonly unit: string;
  readonly time: string;
  readonly outcome: string;
  /** First treated period of a unit's rows; `NEVER` if it has none. */
  readonly start: (rows: readonly Record<string, string>[]) => number;
  readonly cluster?: string;
  readonly weight?: string;
}

/** A panel of the units of a long table. */
export function panelOf(rows: readonly Record<string, string>[], columns: Columns): Panel {
  const byUnit = new Map<string, Record<string, string>[]>();
  for (const row of rows) byUnit.set(row[columns.unit], [...(byUnit.get(row[columns.unit]) ?? []), row]);
  const ordinals = [...new Set(rows.map((r) => Number(r[columns.time])))].sort((a, b) => a - b);
  const T = ordinals.length;
  const units = [...byUnit.values()];
  const values = new Float64Array(units.length * T).fill(Number.NaN);
  const observed = new Uint8Array(units.length * T);
  units.forEach((own, i) => {
    for (const row of own) {
      const r = i * T + ordinals.indexOf(Number(row[columns.time]));
      values[r] = Number(row[columns.outcome]);
      observed[r] = 1;
    }
  });
  const { cluster, weight } = columns;
  const names = cluster ? [...new Set(rows.map((r) => r[cluster]))] : [];
  const of = Int32Array.from(units, (own) => (cluster ? names.indexOf(own[0][cluster]) : -1));
  return {
    kind: "panel",
    units: units.length,
    periods: { unit: "year", ordinals: Int32Array.from(ordinals) },
    ids: [...byUnit.keys()],
    firstTreated: Int32Array.from(units, columns.start),
    observed,
    measures: [{ name: "y", unit: "1", values }],
    covariates: [],
    clusterings: cluster ? [{ name: cluster, of, count: names.length }] : [],
    ...(weight && { samplingWeight: Float64Array.from(units, (own) => Number(own[0][weight])) }),
  };
}

/** Start by a column that holds it, 0 or blank for never. */
export const startIn =
  (column: string) =>
  ([row]: readonly Record<string, string>[]) =>
    Number(row[column]) > 0 ? Number(row[column]) : NEVER;

/** Start by the first period in which a 0/1 column is 1. */
export const firstOf =
  (column: string, time: string) =>
  (rows: readonly Record<string, string>[]): number => {
    const times = rows.filter((r) => r[column] === "1").map((r) => Number(r[time]));
    return times.length > 0 ? Math.min(...times) : NEVER;
  };
