import { NO_DAY, periodOfDay, problem } from "@kontrafakt/base";
import type { ClusteringFile } from "../options/clustering-options.js";
import { ALWAYS, type Clustering, NEVER } from "../shapes/panel.js";
import { groupRows } from "../spells/group-rows.js";
import type { Reading } from "../table/reading.js";
import type { CategoryColumn } from "../table/table.js";
import { byFirstDay } from "./observe.js";
import { peopleClusterings } from "./people-clusterings.js";
import { type ClusterStays, readClustering } from "./read-clustering.js";
import { CLUSTERING, type People } from "./read-people.js";

/** Reads the files of clusterings. What it returns makes every clustering of the study for the units kept. */
export async function readClusterings(people: People, reading: Reading): Promise<(kept: Int32Array) => Clustering[]> {
  const { study, window, problems } = reading;
  const periods = { from: window.from, of: (day: number) => periodOfDay(day, window.unit) };
  const files: [string, ClusterStays, ClusteringFile["at"]][] = [];
  for (const [name, clustering] of Object.entries(study.clusterings)) {
    if ("file" in clustering) files.push([name, await readClustering(name, clustering, people, reading), clustering.at]);
  }
  const all = (kept: Int32Array) => [
    ...[...peopleClusterings(study.people, study.clusterings).keys()].map((name) => columnClustering(name, people, kept)),
    ...files.map(([name, stays, at]) => stayClustering(name, stays, at, people, kept, periods)),
  ];
  return (kept) => {
    const made = all(kept);
    for (const [name, { length }] of made.map(({ name, of }) => [name, of.filter((c) => c < 0)] as const)) {
      if (length === 0 || !Object.hasOwn(study.clusterings, name)) continue;
      const where = { option: `cohort.clusterings.${name}` };
      problems.push(problem("cohort/cluster-unknown", "note", where, { clustering: name, count: length }));
    }
    return made;
  };
}

/** A clustering of the units kept, from a column of the people file. */
function columnClustering(name: string, people: People, kept: Int32Array): Clustering {
  const column = people.table.columns.get(CLUSTERING + name) as CategoryColumn;
  return dense(
    name,
    kept.map((u) => column.values[people.rowOf[u]]),
  );
}

/**
 * A clustering of the units kept, from stays in clusters: the cluster on the day that `at` names, the later begun where two hold. Those
 * without a start or referral of their own have the cluster on the first day of the window, or the first after it.
 */
export function stayClustering(
  name: string,
  stays: ClusterStays,
  at: ClusteringFile["at"],
  people: People,
  kept: Int32Array,
  periods: { readonly from: number; readonly of: (day: number) => number },
): Clustering {
  const rowsOf = byFirstDay(stays, people.units);
  const zero = at === "start" ? people.start : at === "referral" ? people.referral : undefined;
  const of = kept.map((u) => {
    const rows = rowsOf(u);
    const own = zero?.[u] ?? NO_DAY;
    const day = own === NO_DAY ? periods.from : own;
    if (at !== "firstKnown") {
      for (let k = rows.length - 1; k >= 0; k--)
        if (stays.from[rows[k]] <= day && day <= stays.to[rows[k]]) return stays.cluster[rows[k]];
      if (own !== NO_DAY) return -1;
    }
    const next = rows.find((i) => at === "firstKnown" || stays.from[i] > day);
    return next === undefined ? -1 : stays.cluster[next];
  });
  const exposed = exposure(stays, people, periods);
  return { ...dense(name, of), exposed: kept.map((u) => exposed[u]) };
}

/**
 * When the first other person started while in the same cluster as a unit, by unit: a period's ordinal, `ALWAYS` before the window,
 * `NEVER` if none did. O(stays log starters).
 */
function exposure(
  stays: ClusterStays,
  { units, start }: People,
  periods: { readonly from: number; readonly of: (day: number) => number },
): Int32Array {
  const startedHere: number[] = [];
  for (let i = 0; i < stays.unit.length; i++) {
    const day = start[stays.unit[i]];
    if (day !== NO_DAY && stays.from[i] <= day && day <= stays.to[i]) startedHere.push(i);
  }
  const { first, order } = groupRows(startedHere.length, stays.clusters, (k) => stays.cluster[startedHere[k]]);
  const day = (k: number) => start[stays.unit[startedHere[order[k]]]];
  for (let c = 0; c < stays.clusters; c++) {
    order
      .subarray(first[c], first[c + 1])
      .sort((a, b) => start[stays.unit[startedHere[a]]] - start[stays.unit[startedHere[b]]] || a - b);
  }
  const earliest = new Float64Array(units).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < stays.unit.length; i++) {
    const [u, c] = [stays.unit[i], stays.cluster[i]];
    let low = first[c];
    let high = first[c + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (day(middle) < stays.from[i]) low = middle + 1;
      else high = middle;
    }
    while (low < first[c + 1] && stays.unit[startedHere[order[low]]] === u) low++;
    if (low < first[c + 1] && day(low) <= stays.to[i]) earliest[u] = Math.min(earliest[u], day(low));
  }
  return Int32Array.from(earliest, (d) => (d === Number.POSITIVE_INFINITY ? NEVER : d < periods.from ? ALWAYS : periods.of(d)));
}

/** Codes made 0-based without gaps, in order of the units; negative stays unknown. */
function dense(name: string, codes: Int32Array): Clustering {
  const places = new Map<number, number>();
  const of = codes.map((code) => {
    if (code < 0) return -1;
    if (!places.has(code)) places.set(code, places.size);
    return places.get(code) as number;
  });
  return { name, of, count: places.size };
}
