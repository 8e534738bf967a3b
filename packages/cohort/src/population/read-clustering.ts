import { NO_DAY } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { tableAccount } from "../ledger/table-account.js";
import type { ClusteringFile } from "../options/clustering-options.js";
import { settleOverlaps } from "../spells/settle-overlaps.js";
import { type Reading, readInto } from "../table/reading.js";
import type { CategoryColumn, DayColumn } from "../table/table.js";
import type { ColumnRequest } from "../table/table-request.js";
import type { People } from "./read-people.js";

/** Stays of people in clusters, one a row; `to` counts. */
export interface ClusterStays {
  readonly unit: Int32Array;
  /** 0-based, in order of first appearance in the file. */
  readonly cluster: Int32Array;
  readonly clusters: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Before any day that a study can hold, and not the missing day. */
const LONG_AGO = -(2 ** 30);

/** Reads a file of cluster memberships. Without a first day it has one row a person, who is in that cluster throughout. */
export async function readClustering(
  name: string,
  options: ClusteringFile,
  people: People,
  reading: Reading,
): Promise<ClusterStays> {
  const { window, ledger } = reading;
  const dated = options.from !== undefined;
  const columns = new Map<string, ColumnRequest>([
    ["person", { header: options.person, type: "category", required: true, identifier: true }],
    ["cluster", { header: options.cluster, type: "category", required: true }],
  ]);
  if (options.from !== undefined) columns.set("from", { header: options.from, type: "day", required: true });
  if (options.to !== undefined) columns.set("to", { header: options.to, type: "day", unreadable: "list" });
  const table = await readInto(reading, options, { columns, purpose: name });
  const account = tableAccount(ledger, table);
  const person = table.columns.get("person") as CategoryColumn;
  const cluster = table.columns.get("cluster") as CategoryColumn;
  const days = (key: string, missing: number) =>
    (table.columns.get(key) as DayColumn | undefined)?.values.map((day) => (day === NO_DAY ? missing : day)) ??
    new Int32Array(table.rows).fill(missing);
  const from = days("from", LONG_AGO);
  const to = days("to", window.extract);
  const unitOf = Int32Array.from(person.levels, (id) => people.unitOf.get(id) ?? -1);
  const rowOf = new Int32Array(people.units).fill(-1);

  const kept: number[] = [];
  for (let i = 0; i < table.rows; i++) {
    const list = (code: string, column = "", detail = "") => account.list(i, code, column, detail);
    const unit = unitOf[person.values[i]];
    if (unit < 0) list("cohort/unknown-person", options.person, maskIdentifier(person.levels[person.values[i]]));
    else if (from[i] > window.extract) list("cohort/begins-after-extract", options.from);
    else if (to[i] < from[i]) list("cohort/ends-before-start", options.to);
    else if (!dated && rowOf[unit] >= 0) list("cohort/duplicate-person", options.person, account.lineOf(rowOf[unit], i));
    else {
      rowOf[unit] = i;
      kept.push(i);
    }
  }
  const rows = settleOverlaps(Int32Array.from(kept), {
    keys: [(i) => unitOf[person.values[i]], () => 0, (i) => from[i], (i) => to[i]],
    others: [(i) => cluster.values[i]],
    duplicate: (i, first) => void account.list(i, "cohort/duplicate-row", "", account.lineOf(first, i)),
    overlap: (i, other) => account.note(i, "cohort/cluster-overlap", options.from, account.lineOf(other, i)),
  });
  account.used(rows);
  return {
    unit: rows.map((i) => unitOf[person.values[i]]),
    cluster: rows.map((i) => cluster.values[i]),
    clusters: cluster.levels.length,
    from: rows.map((i) => from[i]),
    to: rows.map((i) => to[i]),
  };
}
