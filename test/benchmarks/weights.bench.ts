// Weights for 100,000 people and 20 columns, a tenth of them treated, on one core.
import { cbps, entropyBalance, ipw, type WeightsInput } from "@kontrafakt/matching";
import { exp, stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

const n = 100_000;
const k = 20;

function people(): WeightsInput {
  const { normal, uniform } = stream(1, "benchmarks/weights", 0);
  const x = new Float64Array(n * k);
  const treated = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    x[i * k] = 1;
    let eta = -2.5;
    for (let j = 1; j < k; j++) {
      x[i * k + j] = normal();
      eta += (j % 2 === 0 ? 0.15 : -0.1) * x[i * k + j];
    }
    treated[i] = uniform() < 1 / (1 + exp(-eta)) ? 1 : 0;
  }
  return { x, treated, n, k };
}

describe("weights of 100,000 people, 20 columns", () => {
  const input = people();
  const options = { iterations: 5, warmupIterations: 1, time: 0 };
  bench("entropy balancing, att", () => void entropyBalance(input), options);
  bench("entropy balancing, ate", () => void entropyBalance({ ...input, target: "ate" }), options);
  bench("covariate balancing score, ate", () => void cbps({ ...input, target: "ate" }), options);
  bench("inverse probability, ate", () => void ipw({ ...input, target: "ate" }), options);
});
