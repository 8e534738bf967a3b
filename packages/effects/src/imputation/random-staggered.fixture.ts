import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";

export interface Asked {
  readonly units?: number;
  readonly periods?: number;
  /** Share of rows not observed. */
  readonly gaps?: number;
  readonly weights?: boolean;
}

/**
 * Periods 1, 2, 3, 5, 6 … (one is missing), starts at any time, before time or never; outcomes y and z, covariates a and b that vary over
 * time, clusters of units (town) and clusters that cut across starts.
 */
export function randomStaggered(seed: number, { units = 9, periods = 6, gaps = 0.15, weights = true }: Asked = {}): Panel {
  const random = stream(seed, "test/random-staggered", 0);
  const n = units * periods;
  const ordinals = Int32Array.from({ length: periods }, (_, t) => t + 1 + (t > 2 ? 1 : 0));
  const starts = [NEVER, NEVER, 3, 4, 5, periods, ALWAYS, periods + 3];
  const observed = Uint8Array.from({ length: n }, () => (random.uniform() < gaps ? 0 : 1));
  const draw = (level: number) => Float64Array.from(observed, (o) => (o === 1 ? level + random.normal() : Number.NaN));
  const towns = Math.max(2, Math.floor(units / 3));
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated: Int32Array.from({ length: units }, (_, i) => (i < 2 ? starts[2 * i] : starts[random.integer(8)])),
    observed,
    measures: [
      { name: "y", unit: "kr", values: draw(100) },
      { name: "z", unit: "days", values: draw(0) },
      { name: "a", unit: "1", values: draw(3) },
      { name: "b", unit: "1", values: draw(-1).map((v) => 1000 * v) },
    ],
    covariates: [],
    clusterings: [{ name: "town", of: Int32Array.from({ length: units }, (_, i) => i % towns), count: towns }],
    ...(weights && { samplingWeight: Float64Array.from({ length: units }, () => 0.3 + 2 * random.uniform()) }),
  };
}
