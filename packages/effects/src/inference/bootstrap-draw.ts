import type { Stream } from "@kontrafakt/numerics";

/**
 * Draws clusters with replacement within each stratum, as many as it has, and writes how often each was drawn. `rescaled`: one fewer, each counting
 * n/(n − 1), so that the variance of a mean over the draws is s²/n rather than (n − 1)/n of it.
 * Source: Rao & Wu 1988, doi:10.1080/01621459.1988.10478591, with m = n − 1.
 * @param weights one a cluster
 */
export function bootstrapDraw(random: Stream, members: readonly Int32Array[], rescaled: boolean, weights: Float64Array): void {
  weights.fill(0);
  for (const own of members) {
    const n = own.length;
    const draws = rescaled ? n - 1 : n;
    const each = n / draws;
    for (let d = 0; d < draws; d++) weights[own[random.integer(n)]] += each;
  }
}

/**
 * Standard error of c'θ in a draw from the influence of its clusters: Σ over strata of Σ w (u − ū)², ū the draw's own mean; u carries the
 * small-sample factor. Of a difference of means of clusters of one size it is the draw's own standard error.
 * @param u influence of each cluster on c'θ
 */
export function drawnError(u: Float64Array, members: readonly Int32Array[], weights: Float64Array): number {
  let variance = 0;
  for (const own of members) {
    let mean = 0;
    for (const a of own) mean += (weights[a] * u[a]) / own.length;
    for (const a of own) variance += weights[a] * (u[a] - mean) * (u[a] - mean);
  }
  return Math.sqrt(variance);
}
