import { type CrossSections, NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";

export interface RandomPanel {
  readonly seed: number;
  readonly units?: number;
  readonly ordinals?: readonly number[];
  /** Starts that units take in turn. */
  readonly starts?: readonly number[];
  /** Share of unit-periods not observed. */
  readonly gaps?: number;
  readonly weights?: boolean;
}

/** Two outcomes, two covariates and one measure that move trends and starts, towns of four. */
export function randomPanel(spec: RandomPanel): Panel {
  const { seed, units = 60, ordinals = [1, 2, 3, 4, 5], starts = [3, 5, NEVER, NEVER], gaps = 0, weights = false } = spec;
  const random = stream(seed, "test/att-gt", 1);
  const T = ordinals.length;
  const firstTreated = Int32Array.from({ length: units }, (_, i) => starts[i % starts.length]);
  const z = Float64Array.from(firstTreated, (g) => random.normal() + (g === NEVER ? 0 : 0.4));
  const b = Float64Array.from({ length: units }, () => (random.uniform() < 0.5 ? 1 : 0));
  const observed = new Uint8Array(units * T).fill(1);
  const y = [new Float64Array(units * T), new Float64Array(units * T), new Float64Array(units * T)];
  for (let i = 0; i < units; i++) {
    const level = random.normal();
    for (let t = 0, at = i * T; t < T; t++, at++) {
      if (random.uniform() < gaps) observed[at] = 0;
      y.forEach((values, o) => {
        const effect = ordinals[t] >= firstTreated[i] ? 1 + 0.2 * t : 0;
        const own = level + 0.2 * t * z[i] - 0.3 * t * b[i] + random.normal() + effect * (o === 2 ? 0 : 1);
        values[at] = observed[at] === 1 ? own : Number.NaN;
      });
    }
  }
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from(ordinals) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed,
    measures: ["y", "__proto__", "m"].map((name, o) => ({ name, unit: "kr", values: y[o] })),
    covariates: [
      { name: "z", values: z },
      { name: "b", values: b },
    ],
    clusterings: [{ name: "town", of: Int32Array.from({ length: units }, (_, i) => i >> 2), count: Math.ceil(units / 4) }],
    ...(weights && { samplingWeight: Float64Array.from({ length: units }, () => 0.5 + random.uniform()) }),
  };
}

/** The observed rows of a panel, as if each period had other people. */
export function sectionsOf(panel: Panel): CrossSections {
  const T = panel.periods.ordinals.length;
  const at = Int32Array.from([...panel.observed.keys()].filter((c) => panel.observed[c] === 1));
  const unit = at.map((c) => Math.floor(c / T));
  const rows = (values: Float64Array) => Float64Array.from(unit, (i) => values[i]);
  return {
    kind: "cross-sections",
    rows: at.length,
    periods: panel.periods,
    period: at.map((c) => c % T),
    firstTreated: unit.map((i) => panel.firstTreated[i]),
    group: new Int32Array(at.length),
    groupNames: [""],
    measures: panel.measures.map((m) => ({ ...m, values: Float64Array.from(at, (c) => m.values[c]) })),
    covariates: panel.covariates.map((c) => ({ ...c, values: rows(c.values) })),
    clusterings: [
      ...panel.clusterings.map((c) => ({ ...c, of: unit.map((i) => c.of[i]) })),
      { name: "person", of: unit, count: panel.units },
    ],
    ...(panel.samplingWeight && { samplingWeight: rows(panel.samplingWeight) }),
  };
}
