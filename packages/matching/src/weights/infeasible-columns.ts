import { linearIndex } from "./score-state.js";
import type { Weights, WeightsInput } from "./weights-value.js";

export interface Reach {
  /** n × k, row-major. */
  readonly x: Float64Array;
  readonly n: number;
  readonly k: number;
  /** Above 0 for rows that are weighted. */
  readonly donor: Float64Array;
  /** Weights of the rows whose mean is wanted. */
  readonly target: Float64Array;
}

/** How close to the edge, as a share of the spread, is at the edge. */
const EDGE = 1e-9;

/** Columns of `among` whose target mean lies outside what donors span, or at its edge (where weights would have to be 0). */
export function outOfRange({ x, n, k, donor, target }: Reach, among: readonly number[]): number[] {
  return among.filter((j) => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    let sum = 0;
    let total = 0;
    for (let i = 0; i < n; i++) {
      const v = x[i * k + j];
      sum += target[i] * v;
      total += target[i];
      if (!(donor[i] > 0)) continue;
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    const mean = sum / total;
    const edge = EDGE * Math.max(Math.abs(low), Math.abs(high), Math.abs(mean));
    // A column that is the same for donors and in the target is met by any weights.
    if (high - low <= edge && Math.abs(mean - low) <= edge) return false;
    return mean <= low + edge || mean >= high - edge;
  });
}

/**
 * The columns of a direction along which the target lies beyond every donor or at the edge of them, which proves that no weights reach it (a separating
 * hyperplane); empty when the direction proves nothing. Columns count that carry a tenth of the largest part.
 */
export function separatingColumns({ x, n, k, donor, target }: Reach, direction: Float64Array): number[] {
  const along = linearIndex(x, n, k, direction, new Float64Array(n));
  let sum = 0;
  let total = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    sum += target[i] * along[i];
    total += target[i];
    if (!(donor[i] > 0)) continue;
    low = Math.min(low, along[i]);
    high = Math.max(high, along[i]);
  }
  if (!(sum / total >= high - 1e-4 * Math.max(high - low, sum / total - low))) return [];
  const part = Float64Array.from(direction, (d, j) => {
    const [least, most] = rangeOf(x, n, k, j, (i) => donor[i] > 0 || target[i] > 0);
    return Math.abs(d) * (most - least);
  });
  const largest = part.reduce((a, b) => Math.max(a, b), 0);
  return [...part.keys()].filter((j) => largest > 0 && part[j] >= largest / 10).sort((a, b) => part[b] - part[a] || a - b);
}

function rangeOf(x: Float64Array, n: number, k: number, j: number, counts: (i: number) => boolean): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    if (!counts(i)) continue;
    low = Math.min(low, x[i * k + j]);
    high = Math.max(high, x[i * k + j]);
  }
  return [low, high];
}

/**
 * Of the columns along which a score separates the arms, those that do so by themselves (but for ties at the threshold); where none does, all of them,
 * the one that moves the score most first.
 */
export function separatedAlone(
  { x, treated, n, k }: WeightsInput,
  separated: readonly number[],
  coefficients: Float64Array,
): Pick<Weights, "infeasible" | "jointly"> {
  const part = new Map<number, number>();
  const alone = separated.filter((j) => {
    const [low0, high0] = rangeOf(x, n, k, j, (i) => treated[i] === 0);
    const [low1, high1] = rangeOf(x, n, k, j, (i) => treated[i] === 1);
    part.set(j, Math.abs(coefficients[j]) * (Math.max(high0, high1) - Math.min(low0, low1)));
    return high1 <= low0 || low1 >= high0;
  });
  if (alone.length > 0) return { infeasible: alone, jointly: false };
  const all = [...separated].sort((a, b) => (part.get(b) ?? 0) - (part.get(a) ?? 0) || a - b);
  return { infeasible: all, jointly: all.length > 0 };
}
