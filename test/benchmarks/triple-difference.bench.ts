import { NEVER, type Panel } from "@kontrafakt/cohort";
import { tripleDifference } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

function panelOf(units: number, periods: number, cohorts: number): Panel {
  const random = stream(1, "bench/triple", 0);
  const z = Float64Array.from({ length: units }, () => random.normal());
  const values = Float64Array.from(
    { length: units * periods },
    (_, at) => 0.1 * (at % periods) * z[Math.floor(at / periods)] + random.normal(),
  );
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t + 1) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated: Int32Array.from({ length: units }, (_, i) => (i % (cohorts + 1) === 0 ? NEVER : 2 + (i % (cohorts + 1)))),
    observed: new Uint8Array(units * periods).fill(1),
    measures: [{ name: "y", unit: "kr", values }],
    covariates: [
      { name: "z", values: z },
      { name: "eligible", values: Float64Array.from({ length: units }, () => (random.uniform() < 0.5 ? 1 : 0)) },
    ],
    clusterings: [],
  };
}

describe("tripleDifference, 20,000 units × 10 periods, 5 cohorts, all cells", () => {
  const panel = panelOf(20_000, 10, 5);
  const once = { iterations: 3, warmupIterations: 1 };
  bench("no covariates", () => void tripleDifference(panel, { eligible: "eligible" }), once);
  bench("doubly robust, one covariate", () => void tripleDifference(panel, { eligible: "eligible", covariates: ["z"] }), once);
  bench(
    "doubly robust, not yet treated",
    () => void tripleDifference(panel, { eligible: "eligible", covariates: ["z"], control: "notYet" }),
    once,
  );
});
