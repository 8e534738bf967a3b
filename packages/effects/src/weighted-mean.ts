/** Shares of a weighted mean (weights sum to 1) by cluster: sums of weights and of their squares. */
export interface ClusterShares {
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

export interface WeightedMean {
  /** What each cluster's influence is multiplied by; 1 for one that holds all weight. */
  readonly factors: Float64Array;
  /** tr Ω and tr Ω² of the corrected influences under equal variances; (tr Ω)²/tr Ω² are the degrees of freedom. */
  readonly trace: number;
  readonly square: number;
}

/**
 * Small-sample facts of a weighted mean Σ p_j y_j of values of equal variance, by cluster: the factor that makes each squared influence
 * Σ p_j (y_j − ȳ) unbiased, and the moments for Bell & McCaffrey's degrees of freedom. With P, q a cluster's sum of weights and of squares
 * and S = Σq, var = q − 2Pq + P²S and cov = −P_b q_a − P_a q_b + P_a P_b S. For equal weights it is `clusterMean`.
 * Source: Bell & McCaffrey 2002, for a weighted regression on a constant with equal variances as the working model.
 */
export function weightedMean({ sum, squares }: ClusterShares): WeightedMean {
  let S = 0;
  for (const q of squares) S += q;
  let own = 0;
  let pp = 0;
  let qq = 0;
  let pq = 0;
  let trace = 0;
  const factors = new Float64Array(sum.length).fill(1);
  for (let a = 0; a < sum.length; a++) {
    const P = sum[a];
    const q = squares[a];
    const off = P * P * S - 2 * P * q;
    const variance = q + off;
    // A cluster with all the weight has no deviation of its own.
    if (!(variance > 1e-12 * q)) continue;
    const f = q / variance;
    trace += q;
    own += f * f * (variance * variance - off * off);
    pp += f * P * P;
    qq += f * q * q;
    pq += f * P * q;
    factors[a] = Math.sqrt(f);
  }
  return { factors, trace, square: own + 2 * pp * qq + S * S * pp * pp + 2 * pq * pq - 4 * S * pq * pp };
}
