import { gram } from "@kontrafakt/numerics";

export interface ScoreState {
  /** Σ aᵢ xᵢ over kept columns. */
  readonly score: Float64Array;
  /** Σ cᵢ xᵢ xᵢ' over kept columns, lower triangle, m × m. */
  readonly information: Float64Array;
  /** √(Σ c Σ c x²), at least Σ c |x|: the size of the terms, against which a score counts as 0. */
  readonly size: Float64Array;
}

/** One pass over the rows of a design (n × k, row-major) with a row's share in the score (a) and its curvature (c ≥ 0). */
export function scoreState(
  x: Float64Array,
  n: number,
  k: number,
  kept: readonly number[],
  a: Float64Array,
  c: Float64Array,
): ScoreState {
  const sums = new Float64Array(k);
  let curvature = 0;
  for (let i = 0, at = 0; i < n; i++) {
    const share = a[i];
    curvature += c[i];
    for (let j = 0; j < k; j++, at++) sums[j] += share * x[at];
  }
  const information = gram(x, c, n, k, kept);
  const m = kept.length;
  return {
    score: Float64Array.from(kept, (j) => sums[j]),
    information,
    size: Float64Array.from(kept, (_, j) => Math.sqrt(curvature * information[j * m + j])),
  };
}

/** X b, into `out`. */
export function linearIndex(x: Float64Array, n: number, k: number, coefficients: Float64Array, out: Float64Array): Float64Array {
  for (let i = 0, at = 0; i < n; i++) {
    let eta = 0;
    for (let j = 0; j < k; j++, at++) eta += x[at] * coefficients[j];
    out[i] = eta;
  }
  return out;
}
