/**
 * Least squares reduced to clusters: block-diagonal normal equations Σ_g A_g β = Σ_g b_g with A_g = X_g'WX_g and b_g = X_g'Wy_g, and a combination
 * of its coefficients. Everything the wild cluster bootstrap asks for is a function of these.
 */
export interface ClusterSquares {
  readonly kind: "cluster-squares";
  readonly clusters: number;
  readonly blocks: number;
  /** Coefficients of a block. */
  readonly size: number;
  /** clusters × blocks × size × size. */
  readonly gram: Float64Array;
  /** clusters × blocks × size. */
  readonly product: Float64Array;
  /** c over blocks × size coefficients. */
  readonly combination: Float64Array;
  /** Factor on the CR1 variance of the statistic: the same for every draw. */
  readonly factor: number;
  /** 1 for clusters that hold treated rows. */
  readonly treated: Uint8Array;
}
