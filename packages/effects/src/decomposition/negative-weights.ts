/** How many cells enter two-way fixed effects with a negative weight, of how many, and what these weights sum to. */
export interface NegativeWeights {
  readonly cells: number;
  readonly of: number;
  readonly sum: number;
}

/** @param weights of the treated cells, summing to 1; what is negative by rounding alone is not counted */
export function negativeWeights(weights: readonly number[]): NegativeWeights {
  const below = weights.filter((w) => w < -1e-12);
  return { cells: below.length, of: weights.length, sum: below.reduce((sum, w) => sum + w, 0) };
}
