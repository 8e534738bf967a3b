import { leastSquares } from "@kontrafakt/numerics";

export interface SharedSlopes {
  /** Indices of the covariates with a slope. */
  readonly slopes: readonly number[];
  /** Slopes of all covariates, 0 where there is none. */
  readonly gamma: Float64Array;
  /** n × slopes: each row's part in γ̂ − γ. */
  readonly influence: Float64Array;
}

/**
 * Weighted least squares of centred changes on centred covariates (n × k, of standard deviation about 1). Covariates that do not vary
 * or are collinear with earlier ones have no slope, nor have those after the first `most`.
 */
export function sharedSlopes(x: Float64Array, y: Float64Array, w: Float64Array, k: number, most: number): SharedSlopes {
  const n = y.length;
  let slopes = Array.from({ length: Math.min(k, most) }, (_, j) => j).filter((j) => varies(x, w, k, j));
  const gamma = new Float64Array(k);
  for (;;) {
    const p = slopes.length;
    if (p === 0) return { slopes, gamma, influence: new Float64Array(0) };
    const chosen = new Float64Array(n * p);
    for (let i = 0; i < n; i++) for (let j = 0; j < p; j++) chosen[i * p + j] = x[i * k + slopes[j]];
    const fit = leastSquares({ x: chosen, y, weights: w, n, k: p });
    if (fit.dropped.length > 0) {
      slopes = slopes.filter((_, j) => !fit.dropped.includes(j));
      continue;
    }
    slopes.forEach((s, j) => {
      gamma[s] = fit.coefficients[j];
    });
    const influence = new Float64Array(n * p);
    for (let i = 0; i < n; i++) {
      const score = w[i] * fit.residuals[i];
      for (let j = 0; j < p; j++) {
        for (let l = 0; l < p; l++) influence[i * p + j] += fit.inverse[j * p + l] * chosen[i * p + l] * score;
      }
    }
    return { slopes, gamma, influence };
  }
}

function varies(x: Float64Array, w: Float64Array, k: number, j: number): boolean {
  let square = 0;
  let total = 0;
  for (let i = 0; i < w.length; i++) {
    square += w[i] * x[i * k + j] * x[i * k + j];
    total += w[i];
  }
  return square > 1e-12 * total;
}
