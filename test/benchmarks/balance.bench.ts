import { balance } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";
import { bench } from "vitest";

const n = 100_000;
const draws = stream(1, "balance-bench", 0);
const column = (j: number) => ({
  covariate: `x${j}`,
  matched: true,
  values: Float64Array.from({ length: n }, () => (j < 5 ? Number(draws.uniform() < 0.3) : draws.uniform())),
});
const columns = Array.from({ length: 20 }, (_, j) => column(j));
const treated = Uint8Array.from({ length: n }, (_, i) => (i % 10 === 0 ? 1 : 0));
const before = new Float64Array(n).fill(1);
const after = Float64Array.from({ length: n }, (_, i) => (i % 10 < 4 ? 1 : 0));

bench(
  "balance of 100,000 people × 20 covariates, with squares and products",
  () => {
    balance({ columns, treated, before, after, threshold: 0.1, products: true });
  },
  { iterations: 3, warmupIterations: 1, time: 0 },
);
