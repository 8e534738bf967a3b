import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";

export interface RandomPanel {
  readonly seed: number;
  readonly units: number;
  readonly periods: number;
  readonly weights?: boolean;
  /** Share of unit-periods not observed. */
  readonly gaps?: number;
  /** Effect of treatment by group's start and period, in place of noise. */
  readonly effect?: (start: number, time: number) => number;
}

/** A small panel over periods 1, 2, …: some treated throughout, some never, others at any time; with unit and period levels. */
export function randomPanel({ seed, units, periods, weights, gaps = 0, effect }: RandomPanel): Panel {
  const random = stream(seed, "test/random-panel", 0);
  const firstTreated = Int32Array.from({ length: units }, (_, i) => {
    if (i === 0) return 2;
    if (i === 1) return NEVER;
    const u = random.uniform();
    return u < 0.15 ? ALWAYS : u < 0.4 ? NEVER : 2 + random.integer(periods - 1);
  });
  const values = new Float64Array(units * periods).fill(Number.NaN);
  const observed = new Uint8Array(units * periods);
  const shift = Float64Array.from({ length: periods }, () => random.normal());
  for (let i = 0; i < units; i++) {
    const level = 3 * random.normal();
    for (let t = 0; t < periods; t++) {
      if (random.uniform() < gaps) continue;
      const at = i * periods + t;
      observed[at] = 1;
      const own = effect ? (t + 1 >= firstTreated[i] ? effect(firstTreated[i], t + 1) : 0) : random.normal();
      values[at] = level + shift[t] + own;
    }
  }
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t + 1) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed,
    measures: [{ name: "y", unit: "kr", values }],
    covariates: [],
    clusterings: [],
    ...(weights ? { samplingWeight: Float64Array.from({ length: units }, () => 0.2 + random.uniform()) } : {}),
  };
}
