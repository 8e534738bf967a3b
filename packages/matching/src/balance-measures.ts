import { lowerBound } from "./score-order.js";

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

/** Kolmogorov–Smirnov distance: the largest gap between the two weighted distribution functions; NaN where an arm is empty. */
export function ksDistance({ values, treated, weight }: Groups): number {
  const total = [0, 0];
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(weight[i] > 0) || Number.isNaN(values[i])) continue;
    total[treated[i]] += weight[i];
    n++;
  }
  if (!(total[0] > 0 && total[1] > 0)) return Number.NaN;
  const sorted = new Float64Array(n);
  for (let i = 0, a = 0; i < values.length; i++) if (weight[i] > 0 && !Number.isNaN(values[i])) sorted[a++] = values[i];
  sorted.sort();
  const steps = new Float64Array(n);
  for (let i = 0; i < values.length; i++) {
    if (!(weight[i] > 0) || Number.isNaN(values[i])) continue;
    steps[lowerBound(sorted, values[i])] += (treated[i] === 1 ? weight[i] : -weight[i]) / total[treated[i]];
  }
  let gap = 0;
  let largest = 0;
  for (let a = 0; a < n; a++) {
    gap += steps[a];
    largest = Math.max(largest, Math.abs(gap));
  }
  return largest;
}

/** Whether every known value is 0 or 1. */
export function isBinary(values: Float64Array): boolean {
  return values.every((v) => v === 0 || v === 1 || Number.isNaN(v));
}
