import { pivotedCholesky } from "./pivoted-cholesky.js";

export interface Wald {
  readonly statistic: number;
  /** Degrees of freedom of the statistic. */
  readonly rank: number;
}

/**
 * Wald statistic θ' V⁻ θ of k estimates with covariance V (k × k, row-major), scaled to correlations first. For a singular V, the inverse
 * of the block of coordinates that span the rest (a reflexive generalised inverse: Rao & Mitra 1971); coordinates without variance are left out.
 */
export function wald({ estimate, covariance, k }: { estimate: Float64Array; covariance: Float64Array; k: number }): Wald {
  const { matrix, scale } = correlation(covariance, k);
  const { factor, rank, pivots } = pivotedCholesky(matrix, k, 1e-10);
  // Forward substitution in the pivots' own order, where the factor is triangular.
  const z = new Float64Array(rank);
  let statistic = 0;
  for (let r = 0; r < rank; r++) {
    const i = pivots[r];
    let value = estimate[i] * scale[i];
    for (let c = 0; c < r; c++) value -= factor[i * rank + c] * z[c];
    z[r] = value / factor[i * rank + r];
    statistic += z[r] * z[r];
  }
  return { statistic, rank };
}

/** Correlation matrix and 1 / standard deviation; both 0 where the variance is not above 0. */
export function correlation(covariance: Float64Array, k: number): { matrix: Float64Array; scale: Float64Array } {
  const scale = Float64Array.from({ length: k }, (_, i) =>
    covariance[i * k + i] > 0 ? 1 / Math.sqrt(covariance[i * k + i]) : 0,
  );
  const matrix = covariance.map((value, c) => {
    const i = Math.floor(c / k);
    const j = c % k;
    if (scale[i] === 0 || scale[j] === 0) return 0;
    return i === j ? 1 : value * scale[i] * scale[j];
  });
  return { matrix, scale };
}
