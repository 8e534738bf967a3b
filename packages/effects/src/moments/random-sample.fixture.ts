import { NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";

/** A small staggered panel: outcomes at a level of a million, weights and clusters if asked for. */
export function randomSample(seed: number, { weighted = false, clusters = 0, outcomes = 1 } = {}): Panel {
  const random = stream(seed, "test/moments", 0);
  const units = 15 + random.integer(10);
  const periods = 4 + random.integer(2);
  const values = (level: number) => Float64Array.from({ length: units * periods }, () => level + random.normal());
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t + 1) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated: Int32Array.from({ length: units }, (_, i) => [3, 4, NEVER, NEVER, 3][i < 10 ? i % 5 : random.integer(5)]),
    observed: new Uint8Array(units * periods).fill(1),
    measures: Array.from({ length: outcomes }, (_, k) => ({ name: `y${k}`, unit: "kr", values: values(1e6 + k) })),
    covariates: [],
    clusterings:
      clusters > 0
        ? [{ name: "town", of: Int32Array.from({ length: units }, () => random.integer(clusters)), count: clusters }]
        : [],
    ...(weighted ? { samplingWeight: Float64Array.from({ length: units }, () => 0.5 + random.uniform()) } : {}),
  };
}
