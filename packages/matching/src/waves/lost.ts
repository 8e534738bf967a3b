/** Why a person who had not started by a wave is not in it, or a starter has no control. */
export const REASONS = [
  "not-observed",
  "no-history",
  "missing-covariate",
  "no-starter-left",
  "no-control-left",
  "no-control-within-caliper",
  "no-control-in-stratum",
  "trimmed",
  "no-control-within-calipers",
] as const;
export type Reason = (typeof REASONS)[number];

/** A person who had not started by a wave and dropped out of matching there. */
export interface Lost {
  readonly unit: number;
  /** Index of the wave. */
  readonly wave: number;
  /** 1 for a starter of the wave. */
  readonly treated: number;
  readonly reason: Reason;
}

/** People by wave and reason, in order of first appearance. */
export function countLost(lost: readonly Lost[], waves: Int32Array): { wave: number; reason: Reason; people: number }[] {
  const counts = new Map<string, { wave: number; reason: Reason; people: number }>();
  for (const { wave, reason } of lost) {
    const key = `${wave} ${reason}`;
    const count = counts.get(key);
    if (count) count.people++;
    else counts.set(key, { wave: waves[wave], reason, people: 1 });
  }
  return [...counts.values()];
}

/** Lost people in columns: unit, period ordinal of the wave, index of the reason. */
export function lostColumns(lost: readonly Lost[], waves: Int32Array) {
  return {
    unit: Int32Array.from(lost, (l) => l.unit),
    wave: Int32Array.from(lost, (l) => waves[l.wave]),
    reason: Int32Array.from(lost, (l) => REASONS.indexOf(l.reason)),
  };
}
