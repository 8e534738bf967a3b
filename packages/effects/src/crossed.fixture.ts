import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";

export interface Schools {
  readonly seed: number;
  /** Schools of the starters of each wave, and of everybody else. */
  readonly starting: readonly number[];
  readonly never: number;
}

/** The panel with a clustering `school`: starters of a wave in schools of their own, all others in schools that never start, as by lot. */
export function withSchools(panel: Panel, comparison: Comparison, { seed, starting, never }: Schools): Panel {
  const random = stream(seed, "test/schools", 0);
  const of = Int32Array.from({ length: panel.units }, () => random.integer(never));
  const next = starting.map(() => 0);
  comparison.role.forEach((role, r) => {
    if (role !== 1) return;
    const g = comparison.waves.indexOf(comparison.wave[r]);
    const first = never + starting.slice(0, g).reduce((a, b) => a + b, 0);
    of[comparison.unit[r]] = first + (next[g]++ % starting[g]);
  });
  const count = never + starting.reduce((a, b) => a + b, 0);
  return { ...panel, clusterings: [...panel.clusterings, { name: "school", of, count }] };
}

/** Each control row given to another control of the same wave as by lot, so that people serve in several sets. */
export function reused(comparison: Comparison, seed: number, share = 0.6): Comparison {
  const random = stream(seed, "test/reused", 0);
  const unit = comparison.unit.slice();
  const until = comparison.until.slice();
  const rows = [...comparison.role.keys()].filter((r) => comparison.role[r] === 0);
  for (const r of rows) {
    const others = rows.filter((q) => comparison.wave[q] === comparison.wave[r]);
    const q = others[random.integer(others.length)];
    const taken = others.some((o) => comparison.set[o] === comparison.set[r] && unit[o] === comparison.unit[q]);
    if (random.uniform() > share || taken) continue;
    unit[r] = comparison.unit[q];
    until[r] = comparison.until[q];
  }
  return { ...comparison, unit, until };
}
