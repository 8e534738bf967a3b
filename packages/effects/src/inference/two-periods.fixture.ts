import { NEVER, type Panel } from "@kontrafakt/cohort";

/** Two periods: each of these changes is one person's, treated or not. */
export function twoPeriods(treated: readonly number[], controls: readonly number[]): Panel {
  const change = [...treated, ...controls];
  return {
    kind: "panel",
    units: change.length,
    periods: { unit: "ordinal", ordinals: Int32Array.of(1, 2) },
    ids: change.map((_, i) => `u${i}`),
    firstTreated: Int32Array.from(change, (_, i) => (i < treated.length ? 2 : NEVER)),
    observed: new Uint8Array(2 * change.length).fill(1),
    measures: [{ name: "y", unit: "kr", values: Float64Array.from(change.flatMap((v, i) => [i, i + v])) }],
    covariates: [],
    clusterings: [],
  };
}
