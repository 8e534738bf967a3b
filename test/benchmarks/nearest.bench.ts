// Nearest neighbour on a score: 10,000 starters and 90,000 others, in one thread.
import { nearest } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

const n = 100_000;
const random = stream(1, "benchmarks/nearest", 0);
const treated = Uint8Array.from({ length: n }, (_, i) => (i % 10 === 0 ? 1 : 0));
const score = Float64Array.from(treated, (d) => random.normal() + d);
const strata = Int32Array.from({ length: n }, () => random.integer(20));

describe("nearest, 10k to 90k", () => {
  bench("1:1", () => {
    nearest({ score, treated, ratio: 1 });
  });
  bench("3:1 within strata and a caliper", () => {
    nearest({ score, treated, ratio: 3, caliper: 0.2, strata });
  });
  bench("1:1, closest first", () => {
    nearest({ score, treated, ratio: 1, order: "closest" });
  });
  bench("3:1 with replacement", () => {
    nearest({ score, treated, ratio: 3, replace: true });
  });
});
