import { coarsen, exactStrata, stratumWeights } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

const n = 1_000_000;
const random = stream(1, "benchmarks/strata", 0);
const columns = Array.from({ length: 8 }, () => Float64Array.from({ length: n }, () => random.normal()));
const treated = Uint8Array.from({ length: n }, () => (random.uniform() < 0.1 ? 1 : 0));
const cut = columns.map((values) => coarsen(values, 4).of);

describe("a million people, 8 variables", () => {
  bench("coarsen, Freedman–Diaconis", () => void columns.map((values) => coarsen(values, "fd")), {
    iterations: 3,
    warmupIterations: 1,
    time: 0,
  });
  bench("strata and weights", () => void stratumWeights(exactStrata({ columns: cut, treated }), treated, "att"), {
    iterations: 3,
  });
});
