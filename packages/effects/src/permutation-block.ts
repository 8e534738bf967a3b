import { drawnRoles, type RoleDraws } from "./permutation-roles.js";

/** Contributions by set and member. */
export interface PermutationParts {
  /** Contribution of set s with member m among its treated: `value[start[s] + m]`. */
  readonly value: Float64Array;
  readonly start: Int32Array;
  /** Wave index of each set, ascending. */
  readonly wave: Int32Array;
  /** How many of each set are treated. */
  readonly treated: Int32Array;
  /** Studentise by the spread within sets, else by that between sets of a wave. */
  readonly within: boolean;
}

/** Which draws to make. */
export interface PermutationBlock extends PermutationParts, RoleDraws {
  /** Observed statistic. */
  readonly observed: number;
}

/** How many of a block's random assignments give a statistic at least as large as the observed. */
export function permutationBlock(input: PermutationBlock): number {
  const all = totals(input);
  const sets = input.start.length - 1;
  const chosen = new Float64Array(sets);
  const spread = new Float64Array(sets);
  let atLeast = 0;
  drawnRoles(
    input,
    (s, members) => partOf(input, all, s, members, chosen, spread),
    () => {
      if (reaches(statisticOf(input, chosen, spread), input.observed)) atLeast++;
    },
  );
  return atLeast;
}

/** Sums and sums of squares of each set's contributions, where the spread within sets is asked for. */
export function totals({ value, start, within }: PermutationParts): Float64Array {
  const out = new Float64Array(within ? 2 * (start.length - 1) : 0);
  for (let s = 0; within && s + 1 < start.length; s++) {
    for (let m = start[s]; m < start[s + 1]; m++) {
      out[2 * s] += value[m];
      out[2 * s + 1] += value[m] * value[m];
    }
  }
  return out;
}

/**
 * Writes a set's contribution with the given members as treated, and Neyman's variance of it: with k of M treated it is k times a
 * difference in mean changes, which spread (M − k)/M as much as contributions, hence k² ((M − k)/M)² (s₁²/k + s₀²/(M − k)). An arm of one
 * takes the spread of the other.
 */
export function partOf(
  { value, start, within }: PermutationParts,
  all: Float64Array,
  s: number,
  members: Int32Array,
  chosen: Float64Array,
  spread: Float64Array,
): void {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < members.length; i++) {
    const v = value[start[s] + members[i]];
    sum += v;
    squares += v * v;
  }
  chosen[s] = sum;
  if (!within) return;
  const k = members.length;
  const n = start[s + 1] - start[s];
  if (k === 0 || k === n) return;
  const rest = all[2 * s] - sum;
  const own = k > 1 ? Math.max(0, squares - (sum * sum) / k) / (k - 1) : Number.NaN;
  const other = n - k > 1 ? Math.max(0, all[2 * s + 1] - squares - (rest * rest) / (n - k)) / (n - k - 1) : Number.NaN;
  const first = Number.isNaN(own) ? other : own;
  const second = Number.isNaN(other) ? own : other;
  const share = (k * (n - k)) / n;
  spread[s] = Number.isNaN(first) ? sum * sum : share * share * (first / k + second / (n - k));
}

/** The studentised statistic of an assignment. */
export function statisticOf({ wave, within }: PermutationParts, chosen: Float64Array, spread: Float64Array): number {
  if (!within) return studentised(chosen, wave);
  let total = 0;
  let variance = 0;
  for (let s = 0; s < chosen.length; s++) {
    total += chosen[s];
    variance += spread[s];
  }
  return over(total, variance);
}

/** Equal up to rounding counts as reached. */
export function reaches(statistic: number, observed: number): boolean {
  return statistic === observed || statistic >= observed - 1e-9 * Math.max(1, Math.abs(observed));
}

/** Σ contributions over its standard error, from deviations within waves. `wave` ascending. */
export function studentised(chosen: Float64Array, wave: Int32Array): number {
  let total = 0;
  let variance = 0;
  for (let from = 0; from < chosen.length; ) {
    let to = from;
    let sum = 0;
    while (to < chosen.length && wave[to] === wave[from]) sum += chosen[to++];
    const n = to - from;
    const mean = n > 1 ? sum / n : 0;
    let square = 0;
    for (let s = from; s < to; s++) square += (chosen[s] - mean) * (chosen[s] - mean);
    variance += n > 1 ? (square * n) / (n - 1) : square;
    total += sum;
    from = to;
  }
  return over(total, variance);
}

/** Over a standard error; ±Infinity where nothing varies. */
export function over(total: number, variance: number): number {
  if (!(variance > 0)) return total === 0 ? 0 : total > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return total / Math.sqrt(variance);
}
