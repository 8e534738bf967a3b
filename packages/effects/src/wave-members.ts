import { inverseCensoring, type WaveDesign } from "./wave-design.js";

/** Who plays treated, and how much each set or row counts. */
export interface Play {
  readonly role: Uint8Array;
  /** The weights of the comparison, or (where roles were moved) the same for all treated of a set and the same for all its controls. */
  readonly shares: "matched" | "equal";
  /** One a set; all 1 if absent. */
  readonly setWeight?: Float64Array;
  /** One a row; all 1 if absent. */
  readonly rowWeight?: Float64Array;
  /** One a row, that sets are not renormalised for: a control left out is not stood in for by the others of its set. All 1 if absent. */
  readonly afterSets?: Float64Array;
}

/** One wave at one event time: its sets, treated rows and comparison rows as ranges of `WaveMembers`. */
export interface WaveSpan {
  readonly wave: number;
  /** Index of the period. */
  readonly time: number;
  readonly from: number;
  readonly to: number;
  readonly firstTreated: number;
  readonly lastTreated: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Who counts at an event time, over all waves. */
export interface WaveMembers {
  readonly spans: readonly WaveSpan[];
  readonly sets: Int32Array;
  /** Treated rows, their weight, and the position of their set. */
  readonly treated: Int32Array;
  readonly treatedWeight: Float64Array;
  readonly treatedPosition: Int32Array;
  /** Comparison rows, their weight, and the position of their set. */
  readonly comparison: Int32Array;
  readonly weight: Float64Array;
  readonly position: Int32Array;
  /** Of each set: weight of its treated under observation, and matching weight of its controls under observation, referred or not. */
  readonly treatedTotal: Float64Array;
  readonly observedTotal: Float64Array;
  /** Treated rows that are observed but have nobody to be compared with. */
  readonly alone: Int32Array;
}

/** What a row counts before its set's observation is looked at. */
export function ownWeight(design: WaveDesign, play: Play, set: number, r: number): number {
  const row = play.rowWeight?.[r] ?? 1;
  if (play.shares === "matched") return design.weight[r] * row;
  return (play.role[r] === 1 ? design.treatedWeight[set] : 1) * row;
}

/**
 * A set counts at t if treated people of it are observed and so is at least one control. Its matching weights are renormalised over the
 * controls under observation, to the weight of its treated under observation; those already referred then get 0 and the others the
 * inverse of their probability of not having been. A set's control weights therefore sum to those of its treated in expectation, not each
 * time: were they brought to it in every set, the controls who stayed would stand in for their own set's referred ones and undo the
 * correction (whoever is referred has needs that rose). Rows of weight 0 count nowhere.
 */
export function waveMembers(design: WaveDesign, outcome: number, event: number, play: Play): WaveMembers {
  const { periods, waves, order, waveStart, setStart, members, unit } = design;
  const { values, base } = design.outcomes[outcome];
  const T = periods.length;
  const sets = new Int32Array(design.sets);
  const treatedTotal = new Float64Array(design.sets);
  const observedTotal = new Float64Array(design.sets);
  const treated = new Int32Array(design.rows);
  const treatedWeight = new Float64Array(design.rows);
  const treatedPosition = new Int32Array(design.rows);
  const comparison = new Int32Array(design.rows);
  const weight = new Float64Array(design.rows);
  const position = new Int32Array(design.rows);
  const alone: number[] = [];
  const spans: WaveSpan[] = [];
  let used = 0;
  let actors = 0;
  let at = 0;
  for (let g = 0; g < waves.length; g++) {
    const time = indexOf(periods, waves[g] + event);
    if (time < 0) continue;
    const from = used;
    const firstTreated = actors;
    const firstRow = at;
    for (let i = waveStart[g]; i < waveStart[g + 1]; i++) {
      const s = order[i];
      let mass = 0;
      let observed = 0;
      const firstActor = actors;
      const start = at;
      for (let m = setStart[s]; m < setStart[s + 1]; m++) {
        const r = members[m];
        if (Number.isNaN(values[unit[r] * T + time] - base[r])) continue;
        const own = ownWeight(design, play, s, r);
        const stays = inverseCensoring(design, r, time);
        if (play.role[r] === 1) {
          if (!(stays > 0) || (own === 0 && design.weight[r] === 0)) continue;
          treated[actors] = r;
          treatedWeight[actors] = own;
          treatedPosition[actors++] = used;
          mass += own;
          continue;
        }
        observed += own;
        if (!(own * stays > 0)) continue;
        comparison[at] = r;
        weight[at] = own * stays;
        position[at++] = used;
      }
      if (actors === firstActor || !(observed > 0)) {
        for (let j = firstActor; j < actors; j++) alone.push(treated[j]);
        actors = firstActor;
        at = start;
        continue;
      }
      for (let j = start; j < at; j++) weight[j] = (weight[j] / observed) * mass;
      treatedTotal[used] = mass;
      observedTotal[used] = observed;
      sets[used++] = s;
    }
    if (at > firstRow) spans.push({ wave: g, time, from, to: used, firstTreated, lastTreated: actors, firstRow, lastRow: at });
    else {
      for (let j = firstTreated; j < actors; j++) alone.push(treated[j]);
      used = from;
      actors = firstTreated;
    }
  }
  return {
    spans,
    sets: sets.slice(0, used),
    treated: treated.slice(0, actors),
    treatedWeight: treatedWeight.slice(0, actors),
    treatedPosition: treatedPosition.slice(0, actors),
    comparison: comparison.slice(0, at),
    weight: weight.slice(0, at),
    position: position.slice(0, at),
    treatedTotal: treatedTotal.slice(0, used),
    observedTotal: observedTotal.slice(0, used),
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
