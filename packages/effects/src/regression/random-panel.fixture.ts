import { NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";

export interface RandomPanel {
  readonly seed: number;
  readonly units?: number;
  readonly periods?: number;
  /** Share of rows not under observation. */
  readonly gaps?: number;
  readonly weights?: boolean;
  readonly never?: boolean;
}

/** A small random panel with two outcomes, a covariate that varies over time, a region and a school; groups start at 3, 4 and 5 of 1, 2, … */
export function randomPanel({ seed, units = 14, periods = 6, gaps = 0, weights = false, never = true }: RandomPanel): Panel {
  const random = stream(seed, "test/random-panel", 0);
  const pick = (n: number) => Math.floor(random.uniform() * n);
  const starts = never ? [3, 4, 5, NEVER, NEVER] : [3, 4, 5];
  const size = units * periods;
  const observed = new Uint8Array(size).fill(1);
  const columns = { y: new Float64Array(size), z: new Float64Array(size), x: new Float64Array(size) };
  // The first units make sure that each start occurs twice.
  const firstTreated = Int32Array.from(
    { length: units },
    (_, i) => starts[i < 2 * starts.length ? i % starts.length : pick(starts.length)],
  );
  for (let i = 0; i < units; i++) {
    const level = 3 * random.normal();
    for (let t = 0; t < periods; t++) {
      const c = i * periods + t;
      columns.x[c] = random.normal() + 0.2 * t;
      columns.y[c] = level + 0.3 * t + 0.5 * columns.x[c] + (t + 1 >= firstTreated[i] ? 1 : 0) + random.normal();
      columns.z[c] = random.normal() - columns.y[c];
      if (random.uniform() < gaps) {
        observed[c] = 0;
        for (const values of Object.values(columns)) values[c] = Number.NaN;
      }
    }
  }
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t + 1) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed,
    measures: Object.entries(columns).map(([name, values]) => ({ name, unit: "1", values })),
    covariates: [],
    clusterings: [
      { name: "region", of: Int32Array.from({ length: units }, (_, i) => i % 3), count: 3 },
      { name: "school", of: Int32Array.from({ length: units }, (_, i) => i >> 1), count: Math.ceil(units / 2) },
    ],
    ...(weights && { samplingWeight: Float64Array.from({ length: units }, () => 0.5 + 2 * random.uniform()) }),
  };
}
