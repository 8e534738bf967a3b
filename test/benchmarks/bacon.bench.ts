import { NEVER, type Panel } from "@kontrafakt/cohort";
import { bacon, twoWayWeights } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

// R's bacondecomp 0.1.1 did not finish on 10,000 × 10 with 5 cohorts on a 2-core machine. Budget: 0.3 s.
function panelOf(units: number, periods: number, cohorts: number): Panel {
  const random = stream(1, "bench/bacon", 0);
  const values = () => Float64Array.from({ length: units * periods }, () => random.normal());
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t + 1) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated: Int32Array.from({ length: units }, (_, i) => (i % (cohorts + 1) === 0 ? NEVER : 2 + (i % (cohorts + 1)))),
    observed: new Uint8Array(units * periods).fill(1),
    measures: ["y", "z"].map((name) => ({ name, unit: "kr", values: values() })),
    covariates: [],
    clusterings: [],
  };
}

describe("what went into two-way fixed effects, 10,000 units × 10 periods, 5 cohorts", () => {
  const panel = panelOf(10_000, 10, 5);
  const gaps = { ...panel, observed: panel.observed.map((_, at) => (at % 17 === 3 ? 0 : 1)) };
  bench("bacon", () => void bacon(panel, { outcome: "y" }), { iterations: 5, warmupIterations: 1 });
  bench("bacon with a covariate", () => void bacon(panel, { outcome: "y", covariates: ["z"] }), {
    iterations: 5,
    warmupIterations: 1,
  });
  bench("twoWayWeights, balanced", () => void twoWayWeights(panel, { outcome: "y" }), { iterations: 5, warmupIterations: 1 });
  bench("twoWayWeights, unbalanced", () => void twoWayWeights(gaps, { outcome: "y" }), { iterations: 5, warmupIterations: 1 });
});
