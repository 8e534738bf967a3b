import { exp, stream } from "@kontrafakt/numerics";
import type { WeightsInput } from "./weights-value.js";

export interface People extends WeightsInput {
  readonly y: Float64Array;
  readonly base: Float64Array;
}

/** People with an intercept, two numbers and an indicator, whose treatment and outcome depend on them; sampling weights around 1. */
export function people(n: number, seed = 1): People {
  const { normal, uniform } = stream(seed, "matching/test-people", 0);
  const k = 4;
  const x = new Float64Array(n * k);
  const treated = new Uint8Array(n);
  const y = new Float64Array(n);
  const base = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const [a, b, c] = [normal(), 40 + 10 * normal(), uniform() < 0.3 ? 1 : 0];
    x.set([1, a, b, c], i * k);
    treated[i] = uniform() < 1 / (1 + exp(0.8 - 0.7 * a - 0.03 * (b - 40) - 0.5 * c)) ? 1 : 0;
    y[i] = 2 * a + 0.1 * b - c + a * a + treated[i] + normal();
    base[i] = 0.5 + uniform();
  }
  return { x, treated, n, k, y, base };
}
