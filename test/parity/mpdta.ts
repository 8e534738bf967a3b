import { existsSync, readFileSync } from "node:fs";
import { type CrossSections, NEVER, type Panel } from "@kontrafakt/cohort";
import { exp } from "@kontrafakt/numerics";

export const reference = new URL("../../../shared/reference/", import.meta.url);
export const present = existsSync(reference);
export const required = process.env.CI_RUN === "1";

/** Rows of a file of the reference folder by column; quotes are dropped. */
export function csv(path: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(new URL(path, reference), "utf8").replaceAll('"', "").trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    return Object.fromEntries(names.map((name, j) => [name, values[j]]));
  });
}

const start = (r: Record<string, string>) => (r["first.treat"] === "0" ? NEVER : Number(r["first.treat"]));

/** The 500 counties of did's mpdta, 2003–2007. */
export function mpdta(weights = false): Panel {
  const rows = csv("data/mpdta.csv");
  const ids = [...new Set(rows.map((r) => r.countyreal))];
  const place = new Map(ids.map((id, i) => [id, i]));
  const n = ids.length;
  const values = new Float64Array(n * 5).fill(Number.NaN);
  const observed = new Uint8Array(n * 5);
  const firstTreated = new Int32Array(n);
  const lpop = new Float64Array(n);
  for (const r of rows) {
    const i = place.get(r.countyreal)!;
    const at = i * 5 + Number(r.year) - 2003;
    values[at] = Number(r.lemp);
    observed[at] = 1;
    firstTreated[i] = start(r);
    lpop[i] = Number(r.lpop);
  }
  const states = ids.map((id) => Math.floor(Number(id) / 1000));
  const distinct = [...new Set(states)];
  return {
    kind: "panel",
    units: n,
    periods: { unit: "year", ordinals: Int32Array.from([2003, 2004, 2005, 2006, 2007]) },
    ids,
    firstTreated,
    observed,
    measures: [{ name: "lemp", unit: "log", values }],
    covariates: [{ name: "lpop", values: lpop }],
    clusterings: [{ name: "state", of: Int32Array.from(states, (s) => distinct.indexOf(s)), count: distinct.length }],
    ...(weights ? { samplingWeight: lpop.map((v) => exp(v)) } : {}),
  };
}

/** mpdta less the rows that r/01_did_mpdta.R drops: 7, 20, 33, … of the data as shipped. */
export function mpdtaUnbalanced(): Panel {
  const panel = mpdta();
  const place = new Map(panel.ids.map((id, i) => [id, i]));
  csv("data/mpdta.csv").forEach((r, row) => {
    if (row % 13 !== 6) return;
    const at = place.get(r.countyreal)! * 5 + Number(r.year) - 2003;
    panel.observed[at] = 0;
    panel.measures[0].values[at] = Number.NaN;
  });
  return panel;
}

/** Every row of mpdta as if its county had been drawn for that year alone. */
export function mpdtaSections(): CrossSections {
  const rows = csv("data/mpdta.csv");
  return {
    kind: "cross-sections",
    rows: rows.length,
    periods: { unit: "year", ordinals: Int32Array.from([2003, 2004, 2005, 2006, 2007]) },
    period: Int32Array.from(rows, (r) => Number(r.year) - 2003),
    firstTreated: Int32Array.from(rows, start),
    group: new Int32Array(rows.length),
    groupNames: [""],
    measures: [{ name: "lemp", unit: "log", values: Float64Array.from(rows, (r) => Number(r.lemp)) }],
    covariates: [{ name: "lpop", values: Float64Array.from(rows, (r) => Number(r.lpop)) }],
    clusterings: [],
  };
}
