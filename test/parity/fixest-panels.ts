import { existsSync, readFileSync } from "node:fs";
import { NEVER, type Panel } from "@kontrafakt/cohort";

export const reference = new URL("../../../shared/reference/", import.meta.url);
export const present = existsSync(reference);
export const required = process.env.CI_RUN === "1";

export type Figures = Record<string, { coef: Record<string, number>; se: Record<string, number> }>;

export function golden(): Figures {
  return JSON.parse(readFileSync(new URL("golden/02_fixest.json", reference), "utf8"));
}

function csv(path: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(new URL(path, reference), "utf8").trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    return Object.fromEntries(names.map((name, j) => [name, values[j]]));
  });
}

interface Columns {
  readonly file: string;
  readonly id: string;
  readonly time: string;
  readonly measures: readonly string[];
  /** Start of a row's unit; NEVER where none. */
  readonly start: (row: Record<string, string>) => number;
  readonly weight?: (row: Record<string, string>) => number;
  readonly cluster?: string;
}

function panelOf({ file, id, time, measures, start, weight, cluster }: Columns): Panel {
  const rows = csv(`data/${file}`);
  const ids = [...new Set(rows.map((r) => r[id]))];
  const ordinals = [...new Set(rows.map((r) => Number(r[time])))].sort((a, b) => a - b);
  const place = new Map(ids.map((v, i) => [v, i]));
  const T = ordinals.length;
  const values = measures.map(() => new Float64Array(ids.length * T).fill(Number.NaN));
  const observed = new Uint8Array(ids.length * T);
  const firstTreated = new Int32Array(ids.length);
  const weights = new Float64Array(ids.length);
  const of = new Int32Array(ids.length);
  for (const r of rows) {
    const i = place.get(r[id])!;
    const at = i * T + ordinals.indexOf(Number(r[time]));
    observed[at] = 1;
    measures.forEach((m, j) => {
      if (r[m] !== "") values[j][at] = Number(r[m]);
    });
    firstTreated[i] = start(r);
    if (weight) weights[i] = weight(r);
    if (cluster) of[i] = Number(r[cluster]);
  }
  return {
    kind: "panel",
    units: ids.length,
    periods: { unit: "year", ordinals: Int32Array.from(ordinals) },
    ids,
    firstTreated,
    observed,
    measures: measures.map((name, j) => ({ name, unit: "1", values: values[j] })),
    covariates: [],
    clusterings: cluster ? [{ name: cluster, of, count: Math.max(...of) + 1 }] : [],
    ...(weight && { samplingWeight: weights }),
  };
}

export const baseDid = () =>
  panelOf({
    file: "fixest_base_did.csv",
    id: "id",
    time: "period",
    measures: ["y", "x1"],
    start: (r) => (r.treat === "1" ? 6 : NEVER),
  });

export const baseStagg = () =>
  panelOf({
    file: "fixest_base_stagg.csv",
    id: "id",
    time: "year",
    measures: ["y", "x1"],
    start: (r) => (Number(r.year_treated) > 1000 ? NEVER : Number(r.year_treated)),
  });

export const mpdta = (weight?: (row: Record<string, string>) => number) =>
  panelOf({
    file: "mpdta.csv",
    id: "countyreal",
    time: "year",
    measures: ["lemp"],
    start: (r) => (r["first.treat"] === "0" ? NEVER : Number(r["first.treat"])),
    weight,
  });

/** Restaurants before and after; New Jersey raised its minimum wage in between. */
export const cardKrueger = () =>
  panelOf({
    file: "card_krueger_long.csv",
    id: "id",
    time: "d",
    measures: ["fte"],
    start: (r) => (r.nj === "1" ? 1 : NEVER),
    cluster: "nj",
  });

/** States that widened the right to self-defence between 2005 and 2009. */
export const castle = (weight?: string) =>
  panelOf({
    file: "bacon_castle.csv",
    id: "state",
    time: "year",
    measures: ["l_homicide"],
    start: (r) => (r.effyear === "" ? NEVER : Number(r.effyear)),
    ...(weight && { weight: (r) => Number(r[weight]) }),
  });
