import { lowerBound } from "../nearest/score-order.js";

/** Values of one covariate in two weighted groups. NaN values and rows of weight 0 are left out. */
export interface Groups {
  readonly values: Float64Array;
  readonly treated: Uint8Array;
  readonly weight: Float64Array;
}

export interface Moments {
  readonly mean: number;
  /** p(1 − p) for a binary covariate; else the reliability-weighted variance Σw(x − m)² · Σw / ((Σw)² − Σw²). */
  readonly variance: number;
}

/** Weighted mean and variance of one arm; NaN where nobody is in it. */
export function moments({ values, treated, weight }: Groups, arm: 0 | 1, binary: boolean): Moments {
  let total = 0;
  let squares = 0;
  let first = 0;
  for (let i = 0; i < values.length; i++) {
    if (treated[i] !== arm || !(weight[i] > 0) || Number.isNaN(values[i])) continue;
    total += weight[i];
    squares += weight[i] * weight[i];
    first += weight[i] * values[i];
  }
  const mean = first / total;
  if (binary) return { mean, variance: mean * (1 - mean) };
  let spread = 0;
  for (let i = 0; i < values.length; i++) {
    if (treated[i] !== arm || !(weight[i] > 0) || Number.isNaN(values[i])) continue;
    spread += weight[i] * (values[i] - mean) * (values[i] - mean);
  }
  return { mean, variance: (spread * total) / (total * total - squares) };
}

export interface DistributionGaps {
  /** The largest gap between the two weighted distribution functions (Kolmogorov–Smirnov distance). */
  readonly ks: number;
  /** Their mean gap over the distinct values of `sorted`; of a binary covariate the difference of shares, as MatchIt shows it. */
  readonly mean: number;
}

/** Values of a sample in order. */
export interface SortedValues {
  /** Known values of the rows that are in the sample before or after matching, ascending. */
  readonly sorted: Float64Array;
  /** By row: where its value first stands among them; −1 where it is not in the sample or unknown. */
  readonly place: Int32Array;
}

export function sortedValues(values: Float64Array, before: Float64Array, after: Float64Array): SortedValues {
  const inside = (i: number): boolean => (before[i] > 0 || after[i] > 0) && !Number.isNaN(values[i]);
  const sorted = values.filter((_, i) => inside(i)).sort();
  return { sorted, place: Int32Array.from(values, (v, i) => (inside(i) ? lowerBound(sorted, v) : -1)) };
}

/**
 * Gaps between the weighted distribution functions of the two arms; NaN where an arm is empty.
 * The distinct values are those of everybody in the sample before or after, whatever their weight.
 */
export function distributionGaps(
  { treated, weight }: Omit<Groups, "values">,
  { sorted, place }: SortedValues,
  binary: boolean,
): DistributionGaps {
  const total = [0, 0];
  for (let i = 0; i < place.length; i++) if (weight[i] > 0 && place[i] >= 0) total[treated[i]] += weight[i];
  if (!(total[0] > 0 && total[1] > 0)) return { ks: Number.NaN, mean: Number.NaN };
  const steps = new Float64Array(sorted.length);
  for (let i = 0; i < place.length; i++) {
    if (!(weight[i] > 0) || place[i] < 0) continue;
    steps[place[i]] += (treated[i] === 1 ? weight[i] : -weight[i]) / total[treated[i]];
  }
  let gap = 0;
  let ks = 0;
  let sum = 0;
  let distinct = 0;
  for (let a = 0; a < sorted.length; a++) {
    gap += steps[a];
    ks = Math.max(ks, Math.abs(gap));
    if (a > 0 && sorted[a] === sorted[a - 1]) continue;
    distinct++;
    sum += Math.abs(gap);
  }
  return { ks, mean: binary ? ks : sum / distinct };
}

/** (Σw)²/Σw² of positive weights, those of one `unit` together; 0 where there are none. */
export function effectiveSize(weight: Float64Array, inArm: (i: number) => boolean, unit?: Int32Array): number {
  let total = 0;
  let squares = 0;
  const byUnit = new Map<number, number>();
  for (let i = 0; i < weight.length; i++) {
    if (!(weight[i] > 0) || !inArm(i)) continue;
    if (unit) byUnit.set(unit[i], (byUnit.get(unit[i]) ?? 0) + weight[i]);
    else {
      total += weight[i];
      squares += weight[i] * weight[i];
    }
  }
  for (const w of byUnit.values()) {
    total += w;
    squares += w * w;
  }
  return squares > 0 ? (total * total) / squares : 0;
}

/** Whether every known value is 0 or 1. */
export function isBinary(values: Float64Array): boolean {
  return values.every((v) => v === 0 || v === 1 || Number.isNaN(v));
}
