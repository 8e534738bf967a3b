/** Matched sets over the rows of a sample; a row may be in several. */
export interface PairedSets {
  readonly row: Int32Array;
  /** Dense from 0, ascending. */
  readonly set: Int32Array;
  /** 1 for a starter. */
  readonly role: Uint8Array;
}

/**
 * Mean |difference| over all pairs of a starter and a control of the same set, each pair counted once (MatchIt's pair distance, not
 * yet standardised). Pairs with an unknown value are left out; NaN where none remains.
 */
export function pairDistance(values: Float64Array, { row, set, role }: PairedSets): number {
  let total = 0;
  let pairs = 0;
  for (let first = 0, end = 0; first < set.length; first = end) {
    const starters: number[] = [];
    const controls: number[] = [];
    for (end = first; end < set.length && set[end] === set[first]; end++) {
      const value = values[row[end]];
      if (!Number.isNaN(value)) (role[end] === 1 ? starters : controls).push(value);
    }
    if (starters.length === 0 || controls.length === 0) continue;
    pairs += starters.length * controls.length;
    total += allPairs(starters, controls);
  }
  return total / pairs;
}

/** Σ |a − b| over all pairs, in n log n. */
function allPairs(a: number[], b: number[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  let total = 0;
  if (few.length === 1) {
    for (const value of many) total += Math.abs(value - few[0]);
    return total;
  }
  const sorted = Float64Array.from(many).sort();
  const sums = new Float64Array(sorted.length + 1);
  for (let i = 0; i < sorted.length; i++) sums[i + 1] = sums[i] + sorted[i];
  let below = 0;
  for (const value of Float64Array.from(few).sort()) {
    while (below < sorted.length && sorted[below] < value) below++;
    total += value * below - sums[below] + (sums[sorted.length] - sums[below]) - value * (sorted.length - below);
  }
  return total;
}
