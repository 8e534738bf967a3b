// A propensity score: 1,000,000 rows, an intercept and 9 covariates, in one thread. Goal: 1 s; least squares on the same design beside it.
import { exp, leastSquares, logit, stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

const n = 1_000_000;
const k = 10;
const random = stream(1, "benchmarks/logit", 0);
const x = Float64Array.from({ length: n * k }, (_, c) => (c % k === 0 ? 1 : random.uniform() - 0.5));
const y = Float64Array.from({ length: n }, (_, i) => {
  let eta = -1;
  for (let j = 1; j < k; j++) eta += 0.5 * x[i * k + j];
  return random.uniform() < 1 / (1 + exp(-eta)) ? 1 : 0;
});

describe("1M rows, 10 columns", () => {
  bench("logit", () => void logit({ x, y, n, k }), { iterations: 3, warmupIterations: 1 });
  bench("least squares", () => void leastSquares({ x, y, n, k }), { iterations: 3, warmupIterations: 1 });
});
