import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";

/** Most numbers kept of clusters by cells. */
const MOST = 2e7;

/** Cells of c with what each cluster counts in them, gathered one by one. */
export interface ArmCell {
  /** Of each arm: 1 where its clusters are treated, −1 where they are the comparison, 0 where neither. */
  readonly role: Int8Array;
  /** One a cluster, as in `ArmValues`. */
  readonly mass: Float64Array;
  readonly sum: Float64Array;
  readonly shift: Float64Array;
}

/** Puts cells side by side; those with the same roles and the same masses are one, as their differences then add up. */
export function mergedCells(clusters: number, given: Iterable<ArmCell>) {
  const cells: ArmCell[] = [];
  const alike = new Map<string, ArmCell[]>();
  for (const cell of given) {
    const key = cell.role.join();
    const own = alike.get(key) ?? [];
    const same = own.find(({ mass }) => mass.every((m, j) => Math.abs(m - cell.mass[j]) <= 1e-12 * Math.abs(m)));
    if (same) {
      for (let j = 0; j < clusters; j++) {
        same.sum[j] += cell.sum[j];
        same.shift[j] += cell.shift[j];
      }
      continue;
    }
    alike.set(key, [...own, cell]);
    cells.push(cell);
    if (cells.length * clusters > MOST) fail("effects/arms-too-large", {}, { clusters, cells: cells.length }, messages);
  }
  const K = cells.length;
  const arms = K > 0 ? cells[0].role.length : 0;
  const role = new Int8Array(arms * K);
  const mass = new Float64Array(clusters * K);
  const sum = new Float64Array(clusters * K);
  const shift = new Float64Array(clusters * K);
  cells.forEach((cell, k) => {
    for (let a = 0; a < arms; a++) role[a * K + k] = cell.role[a];
    for (let j = 0; j < clusters; j++) {
      mass[j * K + k] = cell.mass[j];
      sum[j * K + k] = cell.sum[j];
      shift[j * K + k] = cell.shift[j];
    }
  });
  return { cells: K, role, mass, sum, shift };
}

/** Weight of c on cells from the start on: what a constant effect of 1 amounts to. 0 where nothing can be taken off. */
export function weightFromStart(terms: readonly { readonly event?: number }[], c: Float64Array): number {
  let sum = 0;
  let size = 0;
  terms.forEach((t, k) => {
    if (!((t.event ?? -1) >= 0)) return;
    sum += c[k];
    size += Math.abs(c[k]);
  });
  return Math.abs(sum) > 1e-12 * size ? sum : 0;
}
