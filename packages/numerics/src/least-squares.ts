import { checkDesign, type Design } from "./check-design.js";
import { solveTriangle, triangle } from "./triangle.js";

export interface LeastSquaresInput extends Design {
  /** A column is dropped when earlier columns leave at most this share of its norm. Default 1e-7, as in R's `lm`. */
  readonly tolerance?: number;
}

export interface LeastSquares {
  /** k values, 0 where dropped. */
  readonly coefficients: Float64Array;
  /** Indices of dropped columns, ascending. */
  readonly dropped: number[];
  /** (X'WX)⁻¹, k × k, rows and columns of dropped columns 0. */
  readonly inverse: Float64Array;
  /** y − Xb, unweighted, for rows of weight 0 too. */
  readonly residuals: Float64Array;
  readonly rank: number;
}

/** Weighted least squares by Householder reflections; collinear columns are dropped, later ones first. */
export function leastSquares(input: LeastSquaresInput): LeastSquares {
  checkDesign(input);
  const { x, y, weights, n, k, tolerance = 1e-7 } = input;
  const { coefficients, inverse, dropped, rank } = solveTriangle(triangle(x, y, weights, n, k), k, tolerance);
  const residuals = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let fitted = 0;
    for (let j = 0; j < k; j++) fitted += x[i * k + j] * coefficients[j];
    residuals[i] = y[i] - fitted;
  }
  return { coefficients, dropped, inverse, residuals, rank };
}
