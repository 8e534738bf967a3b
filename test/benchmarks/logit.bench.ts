// A propensity score: 1,000,000 rows, an intercept and 9 covariates, in one thread. Goal: logit within 1 s. Least squares on the same design
// beside it, a score with 30 columns, one of them collinear, and the other fits on a tenth of the rows.
import { exp, firthLogit, leastSquares, logit, probit, stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

/** Uniform covariates with slopes of 0.5; column `repeats` repeats column 1. */
function simulate(n: number, k: number, repeats?: number) {
  const random = stream(1, "benchmarks/logit", 0);
  const x = Float64Array.from({ length: n * k }, (_, c) => (c % k === 0 ? 1 : random.uniform() - 0.5));
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (repeats !== undefined) x[i * k + repeats] = x[i * k + 1];
    let eta = -1;
    for (let j = 1; j < k; j++) eta += 0.5 * x[i * k + j];
    y[i] = random.uniform() < 1 / (1 + exp(-eta)) ? 1 : 0;
  }
  return { x, y, n, k };
}

const few = { iterations: 3, warmupIterations: 1 };

describe("1M rows, 10 columns", () => {
  const design = simulate(1_000_000, 10);
  bench("logit", () => void logit(design), few);
  bench("least squares", () => void leastSquares(design), few);
});

describe("100,000 rows, 30 columns, one collinear", () => {
  const design = simulate(100_000, 30, 20);
  bench("logit", () => void logit(design), few);
});

describe("100,000 rows, 10 columns", () => {
  const design = simulate(100_000, 10);
  bench("logit", () => void logit(design), few);
  bench("probit", () => void probit(design), few);
  bench("Firth's logit", () => void firthLogit(design), few);
});
