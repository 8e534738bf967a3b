import { NEVER, type Panel } from "@kontrafakt/cohort";
import { aggregate, attGt } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

// Bars on 2 cores: 200,000 × 10 at most 60 ms, 50,000 × 60 months × 8 cohorts at most 250 ms, twice the units at most 2.2 times as long.
function panelOf(units: number, periods: number, cohorts: number): Panel {
  const random = stream(1, "bench/moments", 0);
  const noise = Float64Array.from({ length: 4096 }, () => random.normal());
  return {
    kind: "panel",
    units,
    periods: { unit: "month", ordinals: Int32Array.from({ length: periods }, (_, t) => 24_000 + t) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated: Int32Array.from({ length: units }, (_, i) => {
      const cohort = (i * 7) % (cohorts + 1);
      return cohort === 0 ? NEVER : 24_000 + Math.floor((cohort * periods) / (cohorts + 1));
    }),
    observed: new Uint8Array(units * periods).fill(1),
    measures: [
      {
        name: "y",
        unit: "kr",
        values: Float64Array.from({ length: units * periods }, (_, at) => 1000 + noise[(at * 31) % 4096] + noise[at % 4093]),
      },
    ],
    covariates: [],
    clusterings: [],
  };
}

const everything = (panel: Panel, control: "never" | "notYet" = "never") => {
  const { effects } = attGt(panel, { control });
  for (const type of ["simple", "dynamic", "group", "calendar"] as const) aggregate(effects, { type });
};

describe("all cells, joint covariance and four aggregations from cohort moments", () => {
  for (const [units, periods, cohorts] of [
    [100_000, 10, 5],
    [200_000, 10, 5],
    [50_000, 60, 8],
    [100_000, 60, 8],
  ]) {
    const panel = panelOf(units, periods, cohorts);
    const name = `${units} units × ${periods} periods, ${cohorts} cohorts`;
    bench(name, () => everything(panel), { iterations: 5, warmupIterations: 2, time: 0 });
    if (units === 50_000)
      bench(`${name}, not yet treated`, () => everything(panel, "notYet"), { iterations: 5, warmupIterations: 2, time: 0 });
  }
});
