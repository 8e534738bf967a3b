import { NEVER, type Panel } from "@kontrafakt/cohort";
import { aggregate, attGt } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

// R's did 2.5.1 on a 2-core machine: 10,000 × 10, 5 cohorts, analytic: 0.17 s without covariates, 0.27 s with one.
function panelOf(units: number, periods: number, cohorts: number, covariates = 1): Panel {
  const random = stream(1, "bench/att-gt", 0);
  const values = new Float64Array(units * periods);
  const x = Array.from({ length: covariates }, () => Float64Array.from({ length: units }, () => random.normal()));
  const step = Math.max(1, Math.floor((periods - 1) / cohorts));
  const firstTreated = Int32Array.from({ length: units }, (_, i) => {
    const place = i % (cohorts + 1);
    return place === 0 ? NEVER : 2 + step * (place - 1) + (step > 1 ? 1 : 0);
  });
  for (let i = 0; i < units; i++) {
    const level = random.normal();
    for (let t = 0; t < periods; t++) values[i * periods + t] = level + 0.1 * t * x[0][i] + random.normal();
  }
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t + 1) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed: new Uint8Array(units * periods).fill(1),
    measures: [{ name: "y", unit: "kr", values }],
    covariates: x.map((own, j) => ({ name: `x${j}`, values: own })),
    clusterings: [],
  };
}

const few = { iterations: 5, warmupIterations: 1, time: 0, warmupTime: 0 };
const types = ["simple", "dynamic", "group", "calendar"] as const;

function averaged(panel: Panel, options: Parameters<typeof attGt>[1]) {
  const { effects } = attGt(panel, options);
  for (const type of types) aggregate(effects, { type });
}

describe("attGt, 10,000 units × 10 periods, 5 cohorts, four aggregations", () => {
  const panel = panelOf(10_000, 10, 5);
  bench("no covariates", () => averaged(panel, {}), few);
  bench("one covariate, regression", () => averaged(panel, { covariates: ["x0"], method: "reg" }), few);
  bench("one covariate, doubly robust", () => averaged(panel, { covariates: ["x0"] }), few);
});

describe("attGt without covariates, four aggregations, covariance", () => {
  const wide = panelOf(200_000, 10, 5);
  const months = panelOf(50_000, 60, 8);
  bench("200,000 × 10, 5 cohorts", () => averaged(wide, {}), few);
  bench("50,000 × 60 months, 8 cohorts", () => averaged(months, {}), few);
});

describe("attGt with 5 covariates, all cells with their covariance", () => {
  const covariates = ["x0", "x1", "x2", "x3", "x4"];
  const half = panelOf(50_000, 10, 5, 5);
  const whole = panelOf(100_000, 10, 5, 5);
  bench("50,000 × 10, 5 cohorts, doubly robust", () => void attGt(half, { covariates }), few);
  bench("100,000 × 10, 5 cohorts, doubly robust", () => void attGt(whole, { covariates }), few);
  bench("100,000 × 10, 5 cohorts, improved", () => void attGt(whole, { covariates, method: "drImproved" }), few);
  bench(
    "100,000 × 10, 5 cohorts, doubly robust, not yet treated",
    () => void attGt(whole, { covariates, control: "notYet" }),
    few,
  );
});
