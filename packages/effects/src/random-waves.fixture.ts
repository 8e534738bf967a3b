import { NEVER, type Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";

export interface RandomWaves {
  readonly seed: number;
  /** Matched sets in each wave. */
  readonly sets: readonly number[];
  readonly controls?: number;
  readonly periods?: number;
  readonly anticipation?: number;
  /** Share of unit-periods not observed, and of controls that start later. */
  readonly gaps?: number;
  readonly later?: number;
  readonly effect?: number;
  /** Later starters also serve as controls before. */
  readonly reuse?: boolean;
}

/** A random panel with a comparison on it, two outcomes, waves 8, 11, 14 …; every set has its own people unless `reuse`. */
export function randomWaves(spec: RandomWaves): { panel: Panel; comparison: Comparison } {
  const { seed, sets, controls = 3, periods = 20, anticipation = 1, gaps = 0.05, later = 0.1, effect = 0 } = spec;
  const random = stream(seed, "test/random-waves", 0);
  const waves = Int32Array.from(sets, (_, g) => 8 + 3 * g);
  const S = sets.reduce((a, b) => a + b, 0);
  const m = controls + 1;
  const units = S * m;
  const rows = units;
  const y = [new Float64Array(units * periods), new Float64Array(units * periods)];
  const observed = new Uint8Array(units * periods);
  const firstTreated = new Int32Array(units).fill(NEVER);
  const c = {
    unit: new Int32Array(rows),
    wave: new Int32Array(rows),
    set: new Int32Array(rows),
    role: new Uint8Array(rows),
    weight: new Float64Array(rows),
    start: new Int32Array(rows),
    until: new Int32Array(rows).fill(NEVER),
    score: new Float64Array(rows),
    uncensored: new Float64Array(rows * waves.length).fill(1),
  };
  let s = 0;
  sets.forEach((count, g) => {
    for (let i = 0; i < count; i++, s++) {
      for (let j = 0; j < m; j++) {
        const r = s * m + j;
        c.unit[r] = r;
        c.wave[r] = waves[g];
        c.start[r] = waves[g];
        c.set[r] = s;
        c.role[r] = j === 0 ? 1 : 0;
        c.weight[r] = j === 0 ? 1 : 1 / controls;
        c.score[r] = random.normal() + (j === 0 ? 0.2 : 0);
        if (j === 0) firstTreated[r] = waves[g];
        else if (g + 1 < waves.length && random.uniform() < later) {
          const k = g + 1 + random.integer(waves.length - g - 1);
          firstTreated[r] = waves[k];
          c.until[r] = waves[k] - anticipation;
        }
        if (j > 0) {
          let p = 1;
          for (let k = g + 1; k < waves.length; k++) {
            p *= 0.8 + 0.15 * random.uniform();
            c.uncensored[r * waves.length + k] = p;
          }
        }
        const level = random.normal() + 0.5 * c.score[r];
        for (let t = 0; t < periods; t++) {
          observed[r * periods + t] = random.uniform() < gaps ? 0 : 1;
          for (let o = 0; o < 2; o++) {
            const at = r * periods + t;
            const treated = t >= firstTreated[r] ? effect : 0;
            y[o][at] = observed[at] ? level + 0.1 * t + random.normal() + 0.05 * t * c.score[r] + treated : Number.NaN;
          }
        }
      }
    }
  });
  if (spec.reuse) {
    // The first starter of every later wave also stands as a control in a set of the first wave.
    for (let g = 1, first = sets[0]; g < sets.length; first += sets[g], g++) {
      const r = (g - 1) * m + 1;
      c.unit[r] = first * m;
      c.until[r] = waves[g] - anticipation;
    }
  }
  const panel: Panel = {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed,
    measures: y.map((values, o) => ({ name: o === 0 ? "first" : "__proto__", unit: "days", values })),
    covariates: [],
    clusterings: [
      { name: "household", of: Int32Array.from({ length: units }, (_, i) => Math.floor(i / 2)), count: Math.ceil(units / 2) },
    ],
  };
  return { panel, comparison: { kind: "comparison", ...c, waves, anticipation, independence: "set", gap: 0, historyUsed: 4 } };
}
