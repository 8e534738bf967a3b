import { drawWaves } from "./draw-waves.js";
import type { Lost } from "./lost.js";
import { nearest } from "./nearest.js";
import type { MatchingOptions } from "./options/matching-options.js";
import type { RiskSet } from "./risk-set.js";

/** Matched sets as rows of the risk set: the starter, then its controls, set by set, waves in time order. */
export interface MatchedSets {
  readonly row: Int32Array;
  readonly set: Int32Array;
  readonly role: Uint8Array;
  /** 1 for a starter, 1 / (controls in the set) for a control. */
  readonly weight: Float64Array;
  readonly unmatched: Lost[];
}

interface Candidates {
  readonly score: Float64Array;
  /** 1 where the row may be a control. */
  readonly eligible: Uint8Array;
  /** Greatest distance, in units of the score. */
  readonly caliper: number;
  readonly options: Pick<MatchingOptions, "ratio" | "order" | "share">;
  readonly units: number;
}

/** Nearest neighbours wave by wave, earliest first, among the people whom the option `share` offers to the wave. */
export function matchWithinWaves(rows: RiskSet, candidates: Candidates, progress?: (done: number) => void): MatchedSets {
  const { score, eligible, caliper, options, units } = candidates;
  const { ratio, order, share } = options;
  const row: number[] = [];
  const set: number[] = [];
  const role: number[] = [];
  const weight: number[] = [];
  const unmatched: Lost[] = [];
  const used = new Uint8Array(units);
  const starters = new Int32Array(rows.waves.length);
  for (let r = 0; r < rows.wave.length; r++) starters[rows.wave[r]] += rows.treated[r];
  const drawn = share === "lot" ? drawWaves(units, starters) : undefined;
  const offered = (r: number): boolean =>
    eligible[r] === 1 && used[rows.unit[r]] === 0 && (!drawn || drawn[rows.unit[r]] === rows.wave[r]);
  let sets = 0;
  for (let w = 0, first = 0, end = 0; w < rows.waves.length; w++, first = end) {
    while (end < rows.wave.length && rows.wave[end] === w) end++;
    const treated = rows.treated.subarray(first, end);
    const free = treated.map((d, a) => (d === 1 || offered(first + a) ? 1 : 0));
    const left = free.some((f, a) => f === 1 && treated[a] === 0);
    const pairs = nearest({ score: score.subarray(first, end), treated, ratio, caliper, order, eligible: free });
    pairs.treated.forEach((t, a) => {
      const controls = Array.from(pairs.controls.subarray(a * ratio, (a + 1) * ratio)).filter((c) => c >= 0);
      if (controls.length === 0) {
        const reason = left ? "no-control-within-caliper" : "no-control-left";
        unmatched.push({ unit: rows.unit[first + t], wave: w, treated: 1, reason });
        return;
      }
      for (const local of [t, ...controls]) {
        row.push(first + local);
        set.push(sets);
        role.push(treated[local]);
        weight.push(local === t ? 1 : 1 / controls.length);
        if (share === "first" && local !== t) used[rows.unit[first + local]] = 1;
      }
      sets++;
    });
    progress?.(w + 1);
  }
  return {
    row: Int32Array.from(row),
    set: Int32Array.from(set),
    role: Uint8Array.from(role),
    weight: Float64Array.from(weight),
    unmatched,
  };
}
