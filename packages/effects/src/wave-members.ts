import type { WaveDesign } from "./wave-design.js";

/** Who plays treated, and how much each set counts. */
export interface Play {
  readonly role: Uint8Array;
  /** Controls share a set by the matching weights, or equally (where roles were moved). */
  readonly shares: "matched" | "equal";
  /** One a set; all 1 if absent. */
  readonly setWeight?: Float64Array;
}

/** One wave at one event time: its sets and comparison rows as ranges of `WaveMembers`. */
export interface WaveSpan {
  readonly wave: number;
  /** Index of the period. */
  readonly time: number;
  readonly from: number;
  readonly to: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Who counts at an event time, over all waves. */
export interface WaveMembers {
  readonly spans: readonly WaveSpan[];
  /** Sets, and the treated row of each. */
  readonly sets: Int32Array;
  readonly treated: Int32Array;
  /** Comparison rows, their weight, and the position of their set. */
  readonly comparison: Int32Array;
  readonly weight: Float64Array;
  readonly position: Int32Array;
  /** Treated rows that are observed but have nobody to be compared with. */
  readonly alone: Int32Array;
}

/**
 * A set counts at t if its treated is observed and so is at least one control. Its matching weights are renormalised over the controls
 * under observation; those already referred then get 0 and the others the inverse of their probability of not having been. A set's
 * weights therefore sum to 1 in expectation, not each time: were they brought to 1 in every set, the controls who stayed would stand in
 * for their own set's referred ones and undo the correction (whoever is referred has needs that rose).
 */
export function waveMembers(design: WaveDesign, outcome: number, event: number, play: Play): WaveMembers {
  const { periods, waves, order, waveStart, setStart, members, inverseCensoring } = design;
  const { delta } = design.outcomes[outcome];
  const T = periods.length;
  const sets = new Int32Array(design.sets);
  const treated = new Int32Array(design.sets);
  const comparison = new Int32Array(design.rows);
  const weight = new Float64Array(design.rows);
  const position = new Int32Array(design.rows);
  const alone: number[] = [];
  const spans: WaveSpan[] = [];
  let used = 0;
  let at = 0;
  for (let g = 0; g < waves.length; g++) {
    const time = indexOf(periods, waves[g] + event);
    if (time < 0) continue;
    const from = used;
    const firstRow = at;
    for (let i = waveStart[g]; i < waveStart[g + 1]; i++) {
      const s = order[i];
      let actor = -1;
      let observed = 0;
      const start = at;
      for (let m = setStart[s]; m < setStart[s + 1]; m++) {
        const r = members[m];
        if (Number.isNaN(delta[r * T + time])) continue;
        const stays = inverseCensoring[r * T + time];
        if (play.role[r] === 1) {
          if (stays > 0) actor = r;
          continue;
        }
        const own = play.shares === "equal" ? 1 : design.weight[r];
        observed += own;
        if (!(own * stays > 0)) continue;
        comparison[at] = r;
        weight[at] = own * stays;
        position[at++] = used;
      }
      if (actor < 0 || !(observed > 0)) {
        if (actor >= 0) alone.push(actor);
        at = start;
        continue;
      }
      for (let j = start; j < at; j++) weight[j] /= observed;
      sets[used] = s;
      treated[used++] = actor;
    }
    if (at > firstRow) spans.push({ wave: g, time, from, to: used, firstRow, lastRow: at });
    else {
      for (let i = from; i < used; i++) alone.push(treated[i]);
      used = from;
    }
  }
  return {
    spans,
    sets: sets.slice(0, used),
    treated: treated.slice(0, used),
    comparison: comparison.slice(0, at),
    weight: weight.slice(0, at),
    position: position.slice(0, at),
    alone: Int32Array.from(alone),
  };
}

function indexOf(periods: Int32Array, ordinal: number): number {
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (periods[middle] === ordinal) return middle;
    if (periods[middle] < ordinal) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
