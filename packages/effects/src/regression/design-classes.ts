import { runEnd } from "./run-end.js";

/** Clusters that have the same design, put together. */
export interface DesignClasses {
  /** Class of each cluster. */
  readonly of: Int32Array;
  /** First cluster of each class, and how many it has. */
  readonly first: Int32Array;
  readonly count: Float64Array;
}

/** Periods whose pattern fits in the digits of a number. */
const PERIODS = 50;

/** Every cluster a class of its own. */
export function ownClasses(clusters: number): DesignClasses {
  const of = Int32Array.from({ length: clusters }, (_, j) => j);
  return { of, first: of, count: new Float64Array(clusters).fill(1) };
}

/**
 * Where clusters are units, without weights and covariates, units of one group seen in the same periods have the same design. Null where they
 * cannot be told so.
 * @param group of each unit, numbered from 0
 */
export function unitClasses(
  unit: Int32Array,
  time: Int32Array,
  group: Int32Array,
  cluster: Int32Array,
  clusters: number,
  periods: number,
): DesignClasses | null {
  if (periods > PERIODS) return null;
  const bit = Float64Array.from({ length: periods }, () => 1);
  for (let t = 1; t < periods; t++) bit[t] = 2 * bit[t - 1];
  const byGroup: Map<number, number>[] = [];
  // Class of the unit before of each group, which the next one is of as a rule.
  const before: number[] = [];
  const patterns: number[] = [];
  const of = new Int32Array(clusters).fill(-1);
  const first: number[] = [];
  const count: number[] = [];
  const n = unit.length;
  for (let r = 0; r < n; ) {
    const from = r;
    r = runEnd(unit, from);
    if (!sameIn(cluster, from, r)) return null;
    const pattern = patternOf(time, bit, from, r);
    const own = group[unit[from]];
    for (let g = byGroup.length; g <= own; g++) {
      byGroup.push(new Map());
      before.push(-1);
    }
    let q = before[own];
    if (q < 0 || patterns[q] !== pattern) {
      q = byGroup[own].get(pattern) ?? first.length;
      before[own] = q;
    }
    if (q === first.length) {
      byGroup[own].set(pattern, q);
      patterns.push(pattern);
      first.push(cluster[from]);
      count.push(0);
    }
    if (of[cluster[from]] >= 0) return null;
    of[cluster[from]] = q;
    count[q]++;
  }
  // Clusters without rows count for nothing.
  if (of.includes(-1)) {
    for (let j = 0; j < clusters; j++) if (of[j] < 0) of[j] = first.length;
    first.push(-1);
    count.push(0);
  }
  return { of, first: Int32Array.from(first), count: Float64Array.from(count) };
}

function sameIn(of: Int32Array, from: number, to: number): boolean {
  for (let r = from + 1; r < to; r++) if (of[r] !== of[from]) return false;
  return true;
}

function patternOf(time: Int32Array, bit: Float64Array, from: number, to: number): number {
  let pattern = 0;
  for (let r = from; r < to; r++) pattern += bit[time[r]];
  return pattern;
}
