import { exp, pow, quantile } from "@kontrafakt/numerics";
import type { Groups } from "./balance-measures.js";

/** Points at which a density is evaluated, and bins of its data. */
const POINTS = 512;
/** Bandwidths a density reaches beyond its data, and the bins beyond the density. */
const REACH = 3;
const MARGIN = 4;
/** Intervals of the sum under the lower of the two densities. */
const STEPS = 1000;

interface Density {
  readonly from: number;
  readonly to: number;
  readonly at: Float64Array;
}

/**
 * Complement of the overlapping coefficient, 1 − ∫ min(f₁, f₀): 0 where both arms are distributed alike, 1 where they are apart
 * (Franklin et al. 2014; the convention of cobalt). Gaussian kernels, binned linearly; both arms have the bandwidth of the smaller one:
 * 1.06 · min(SD, interquartile range / 1.34) · n^(−1/5) of its unweighted values (Scott 1992), the SD alone where the
 * interquartile range is 0. The area is a midpoint sum of 1,000 steps from 4 bandwidths below the values to 4 above.
 * Of a binary covariate it is the difference of the two shares. NaN where an arm is empty.
 */
export function overlapComplement({ values, treated, weight }: Groups, binary: boolean): number {
  const total = [0, 0];
  const first = [0, 0];
  const rows = [0, 0];
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (!(weight[i] > 0) || Number.isNaN(values[i])) continue;
    total[treated[i]] += weight[i];
    first[treated[i]] += weight[i] * values[i];
    rows[treated[i]]++;
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  if (rows[0] === 0 || rows[1] === 0) return Number.NaN;
  if (binary) return Math.abs(first[1] / total[1] - first[0] / total[0]);
  const smaller = rows[1] <= rows[0] ? 1 : 0;
  const groups = { values, treated, weight };
  const width = bandwidth(groups, smaller) || bandwidth(groups, 1 - smaller);
  if (!(width > 0)) return low === high ? 0 : 1;
  const [control, starters] = [0, 1].map((arm) => density(groups, arm, total[arm], width));
  const from = low - MARGIN * width;
  const step = (high + MARGIN * width - from) / STEPS;
  let area = 0;
  for (let k = 0; k < STEPS; k++) {
    const x = from + (k + 0.5) * step;
    area += Math.min(densityAt(control, x), densityAt(starters, x));
  }
  return Math.min(1, Math.max(0, 1 - area * step));
}

/** 0 where the arm's values do not vary. */
function bandwidth({ values, treated, weight }: Groups, arm: number): number {
  const own = values.filter((v, i) => treated[i] === arm && weight[i] > 0 && !Number.isNaN(v)).sort();
  if (own.length < 2) return 0;
  const mean = own.reduce((sum, v) => sum + v, 0) / own.length;
  const sd = Math.sqrt(own.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / (own.length - 1));
  const middle = (quantile(own, 0.75) - quantile(own, 0.25)) / 1.34;
  return 1.06 * (middle > 0 ? Math.min(sd, middle) : sd) * pow(own.length, -0.2);
}

/** Kernel density of an arm at POINTS places from REACH bandwidths below its values to REACH above. */
function density({ values, treated, weight }: Groups, arm: number, total: number, width: number): Density {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const inside = (i: number): boolean => treated[i] === arm && weight[i] > 0 && !Number.isNaN(values[i]);
  for (let i = 0; i < values.length; i++) {
    if (!inside(i)) continue;
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  const [from, to] = [low - REACH * width, high + REACH * width];
  const [start, end] = [from - MARGIN * width, to + MARGIN * width];
  const bin = (end - start) / (POINTS - 1);
  const mass = new Float64Array(POINTS + 1);
  for (let i = 0; i < values.length; i++) {
    if (!inside(i)) continue;
    const place = (values[i] - start) / bin;
    const left = Math.floor(place);
    mass[left] += (weight[i] / total) * (1 - (place - left));
    mass[left + 1] += (weight[i] / total) * (place - left);
  }
  // R's density() spaces the kernel by 2(end − start)/(2n − 1), a thousandth less than its bins; without that cobalt's figures differ by 1e-3.
  const spacing = (2 * (end - start)) / (2 * POINTS - 1);
  const kernel = Float64Array.from({ length: POINTS + 1 }, (_, lag) => {
    const z = (lag * spacing) / width;
    return exp(-0.5 * z * z) / (width * Math.sqrt(2 * Math.PI));
  });
  const smooth = new Float64Array(POINTS);
  for (let b = 0; b <= POINTS; b++) {
    if (mass[b] === 0) continue;
    for (let a = 0; a < POINTS; a++) smooth[a] += mass[b] * kernel[Math.abs(a - b)];
  }
  const binned = { from: start, to: end, at: smooth };
  const at = Float64Array.from({ length: POINTS }, (_, k) => densityAt(binned, from + (k * (to - from)) / (POINTS - 1)));
  return { from, to, at };
}

/** By linear interpolation; 0 outside. */
function densityAt({ from, to, at }: Density, x: number): number {
  if (!(x >= from && x <= to)) return 0;
  const place = ((x - from) / (to - from)) * (at.length - 1);
  const left = Math.min(at.length - 2, Math.floor(place));
  return at[left] + (place - left) * (at[left + 1] - at[left]);
}
