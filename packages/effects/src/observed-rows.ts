import { inverseCensoring, type WaveDesign } from "./wave-design.js";
import type { EventFit } from "./wave-event.js";

/** Everybody under observation in the sets that count at an event time: referred controls too. Rows of a set stand together. */
export interface ObservedRows {
  /** Rows of the set at position i: `from[i] .. from[i + 1]`. */
  readonly from: Int32Array;
  readonly row: Int32Array;
  /** Weight before the set's observation is looked at, more than 0. */
  readonly own: Float64Array;
  /** Index into the fit's comparison rows; −1 for treated rows and controls already referred. */
  readonly index: Int32Array;
}

export function observedRows(design: WaveDesign, outcome: number, fit: EventFit): ObservedRows {
  const { setStart, members, unit, role, weight } = design;
  const { values, base } = design.outcomes[outcome];
  const T = design.periods.length;
  let most = 0;
  for (const s of fit.sets) most += setStart[s + 1] - setStart[s];
  const row = new Int32Array(most);
  const own = new Float64Array(most);
  const index = new Int32Array(most);
  const from = new Int32Array(fit.sets.length + 1);
  let at = 0;
  let next = 0;
  for (const { time, from: first, to } of fit.spans) {
    for (let i = first; i < to; i++) {
      const s = fit.sets[i];
      for (let m = setStart[s]; m < setStart[s + 1]; m++) {
        const r = members[m];
        if (!(weight[r] > 0) || Number.isNaN(values[unit[r] * T + time] - base[r])) continue;
        const stays = inverseCensoring(design, r, time);
        if (role[r] === 1 && !(stays > 0)) continue;
        row[at] = r;
        own[at] = weight[r];
        index[at++] = role[r] === 0 && weight[r] * stays > 0 ? next++ : -1;
      }
      from[i + 1] = at;
    }
  }
  return { from, row: row.slice(0, at), own: own.slice(0, at), index: index.slice(0, at) };
}
