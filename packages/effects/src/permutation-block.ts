import { BLOCK, stream } from "@kontrafakt/numerics";

/** Contributions by set and member, and which draws to make. */
export interface PermutationBlock {
  /** Contribution of set s with member m as treated: `value[start[s] + m]`. */
  readonly value: Float64Array;
  readonly start: Int32Array;
  /** Wave index of each set, ascending. */
  readonly wave: Int32Array;
  /** Observed statistic. */
  readonly observed: number;
  readonly seed: number;
  readonly name: string;
  readonly block: number;
  readonly count: number;
}

/** How many of a block's random assignments give a statistic at least as large as the observed. */
export function permutationBlock(input: PermutationBlock): number {
  const { value, start, observed, seed, name, block, count } = input;
  const random = stream(seed, name, block);
  const sets = start.length - 1;
  const chosen = new Float64Array(sets);
  let atLeast = 0;
  for (let d = 0; d < Math.min(count, BLOCK); d++) {
    for (let s = 0; s < sets; s++) chosen[s] = value[start[s] + random.integer(start[s + 1] - start[s])];
    if (reaches(studentised(chosen, input.wave), observed)) atLeast++;
  }
  return atLeast;
}

/** Equal up to rounding counts as reached. */
export function reaches(statistic: number, observed: number): boolean {
  return statistic >= observed - 1e-9 * Math.max(1, Math.abs(observed));
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
  if (!(variance > 0)) return total === 0 ? 0 : total > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return total / Math.sqrt(variance);
}
