import { exp, leastSquares, ln } from "@kontrafakt/numerics";
import type { Lalonde } from "./matching-lalonde.js";

/** Linear predictors of R's glm: iteratively reweighted least squares from R's starting values, until the deviance changes by a share below epsilon. */
export function reweighted({ design: x, treated, n, k }: Lalonde, epsilon: number): Float64Array {
  let eta = Float64Array.from(treated, (y) => ln((y + 0.5) / (1.5 - y)));
  let deviance = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 25; step++) {
    const mu = eta.map((e) => 1 / (1 + exp(-e)));
    const now = mu.reduce((d, m, i) => d - 2 * ln(treated[i] ? m : 1 - m), 0);
    if (step > 0 && Math.abs(now - deviance) / (Math.abs(now) + 0.1) < epsilon) break;
    deviance = now;
    const weights = mu.map((m) => m * (1 - m));
    const y = eta.map((e, i) => e + (treated[i] - mu[i]) / weights[i]);
    const { coefficients } = leastSquares({ x, y, weights, n, k });
    eta = eta.map((_, i) => coefficients.reduce((sum, b, j) => sum + b * x[i * k + j], 0));
  }
  return eta;
}
