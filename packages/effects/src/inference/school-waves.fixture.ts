import { NEVER, type Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";

export interface SchoolWaves {
  readonly seed: number;
  /** Wave ordinal of each school; NEVER for the comparison. */
  readonly schools: readonly number[];
  /** People of each treated school who start; one number or one a school. */
  readonly starters?: number;
  readonly controls?: number;
  readonly effect?: number;
  /** Standard deviation of what people of a school share in each period. */
  readonly shared?: number;
  readonly periods?: number;
  /** Share of person-periods not observed. */
  readonly gaps?: number;
}

/** Whole schools given the programme; each starter has matched controls from schools of the comparison, in turn. */
export function schoolWaves(spec: SchoolWaves): { panel: Panel; comparison: Comparison } {
  const { seed, schools, starters = 4, controls = 2, effect = 0, shared = 0.5, periods = 8, gaps = 0 } = spec;
  const random = stream(seed, "test/school-waves", 0);
  const waves = Int32Array.from(new Set(schools.filter((g) => g !== NEVER))).sort();
  const never = schools.map((g, j) => (g === NEVER ? j : -1)).filter((j) => j >= 0);
  const row = { unit: [] as number[], wave: [] as number[], set: [] as number[], role: [] as number[] };
  const school: number[] = [];
  let set = 0;
  let turn = 0;
  for (const wave of waves) {
    schools.forEach((g, j) => {
      for (let i = 0; g === wave && i < starters; i++, set++) {
        for (let m = 0; m <= controls; m++) {
          row.unit.push(school.length);
          school.push(m === 0 ? j : never[turn++ % never.length]);
          row.wave.push(wave);
          row.set.push(set);
          row.role.push(m === 0 ? 1 : 0);
        }
      }
    });
  }
  const units = school.length;
  const common = Float64Array.from({ length: schools.length * periods }, () => shared * random.normal());
  const values = new Float64Array(units * periods);
  const observed = new Uint8Array(units * periods).fill(1);
  for (let i = 0; i < units; i++) {
    const level = random.normal();
    for (let t = 0; t < periods; t++) {
      const at = i * periods + t;
      if (random.uniform() < gaps) observed[at] = 0;
      const own = level + random.normal() + common[school[i] * periods + t] + (t >= schools[school[i]] ? effect : 0);
      values[at] = observed[at] === 1 ? own : Number.NaN;
    }
  }
  const panel: Panel = {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated: Int32Array.from(school, (j) => schools[j]),
    observed,
    measures: [{ name: "y", unit: "days", values }],
    covariates: [],
    clusterings: [{ name: "school", of: Int32Array.from(school), count: schools.length }],
  };
  const comparison: Comparison = {
    kind: "comparison",
    unit: Int32Array.from(row.unit),
    wave: Int32Array.from(row.wave),
    start: Int32Array.from(row.wave),
    set: Int32Array.from(row.set),
    role: Uint8Array.from(row.role),
    weight: Float64Array.from(row.role, (v) => (v === 1 ? 1 : 1 / controls)),
    until: new Int32Array(units).fill(NEVER),
    score: new Float64Array(units),
    uncensored: new Float64Array(units * waves.length).fill(1),
    waves,
    anticipation: 0,
    independence: "set",
    gap: 0,
    historyUsed: 4,
  };
  return { panel, comparison };
}
