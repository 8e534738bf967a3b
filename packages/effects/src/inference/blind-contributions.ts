import { type SetContributions, setContributions } from "../set-contributions.js";
import { treatedShift } from "../treated-shift.js";
import { inverseCensoring } from "../wave-design.js";
import type { WaveFit } from "../wave-effects.js";
import type { EventCell } from "../wave-event.js";
import { weightFromStart } from "./arm-cells.js";
import { blindRows } from "./blind-rows.js";

/** Contributions by set and member, and what each falls by when 1 is taken off c'θ. */
export interface ShiftedContributions extends SetContributions {
  readonly shift: Float64Array;
}

/**
 * `setContributions` for a test of the sharp null. Where outcomes are adjusted, slopes are fitted to everyone of a wave's sets and not to its
 * controls alone, so that they do not depend on who plays treated; slopes fitted to controls favour those who do. What is taken off the treated
 * (the same in each of their periods from the start on) then moves the slopes too, in proportion. Source: Rosenbaum 2002,
 * doi:10.1214/ss/1042727942, §2.
 */
export function blindContributions(fit: WaveFit, c: Float64Array): ShiftedContributions {
  const split = setContributions(fit, c);
  const { design, effects } = fit;
  const whole = weightFromStart(effects.terms, c);
  const adjusted = design.outcomes.some((o) => o.covariates.length > 0);
  if (!adjusted) return { ...split, shift: treatedShift(split) };
  const value = new Float64Array(split.value.length);
  const shift = new Float64Array(split.value.length);
  const weight = new Map(effects.terms.map((t, k) => [`${t.outcome}/${t.group}/${t.time}`, c[k]]));
  design.outcomes.forEach(({ name }, o) => {
    for (const { event, cells } of fit.events[o]) {
      const asked = cells.map(({ wave, time }) => weight.get(`${name}/${design.waves[wave]}/${design.periods[time]}`) ?? 0);
      if (asked.every((v) => v === 0)) continue;
      const rows = blindRows(design, o, cells);
      const off = whole === 0 || event < 0 ? 0 : 1 / whole;
      cells.forEach((cell, i) => {
        if (asked[i] === 0) return;
        spread(fit, split, cell, asked[i], rows.change.subarray(rows.from[i]), value);
        if (off !== 0) spread(fit, split, cell, asked[i] * off, rows.treated.subarray(rows.from[i]), shift);
      });
    }
  });
  return { ...split, value, shift: whole === 0 ? treatedShift(split) : shift };
}

/** Adds a cell's parts to its sets' members, as `setContributions` does. */
function spread(
  { design }: WaveFit,
  { treated }: SetContributions,
  cell: EventCell,
  weight: number,
  change: Float64Array,
  out: Float64Array,
): void {
  const { order, waveStart, setStart, members } = design;
  let place = 0;
  let at = 0;
  for (let i = 0; i < waveStart[cell.wave]; i++) at += setStart[order[i] + 1] - setStart[order[i]];
  for (let i = waveStart[cell.wave]; i < waveStart[cell.wave + 1]; i++) {
    const s = order[i];
    const M = setStart[s + 1] - setStart[s];
    const own = new Float64Array(M).fill(Number.NaN);
    let observed = 0;
    let sum = 0;
    for (let m = 0; m < M; m++) {
      const d = change[place + m];
      if (Number.isNaN(d)) continue;
      own[m] = inverseCensoring(design, members[setStart[s] + m], cell.time) * d;
      observed++;
      sum += own[m];
    }
    if (observed >= 2 && treated[i] < M) {
      const each = (weight / cell.total) * design.treatedWeight[s];
      const among = treated[i] > 1 ? (treated[i] * observed) / M : 1;
      for (let m = 0; m < M; m++)
        if (!Number.isNaN(own[m])) out[at + m] += each * (own[m] - (cell.scale * (sum - among * own[m])) / (observed - among));
    }
    place += M;
    at += M;
  }
}
