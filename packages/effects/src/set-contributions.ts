import type { WaveFit } from "./wave-effects.js";

/** Parts of c'θ by set, for each member that could have been the treated one. */
export interface SetContributions {
  /** Set s (in wave order) with member m as treated: `value[start[s] + m]`. */
  readonly value: Float64Array;
  readonly start: Int32Array;
  /** Wave index of each set, ascending. */
  readonly wave: Int32Array;
  /** Which member of each set was treated. */
  readonly actor: Int32Array;
}

/**
 * Splits c'θ into sets: Σ over terms of c_k / n_k times the adjusted change of a member less the weighted changes of the rest of its set,
 * both counted from the cell's comparison mean. Whoever plays treated carries its own inverse censoring weight (1 for the treated), so
 * that those referred since are stood in for on both sides. With the true actors the parts add up to c'θ where matched controls share weight equally.
 */
export function setContributions(fit: WaveFit, c: Float64Array): SetContributions {
  const { design, effects } = fit;
  const { order, setStart, members, periods, waves, inverseCensoring } = design;
  const T = periods.length;
  const start = new Int32Array(design.sets + 1);
  const wave = new Int32Array(design.sets);
  const actor = new Int32Array(design.sets);
  order.forEach((s, i) => {
    start[i + 1] = start[i] + setStart[s + 1] - setStart[s];
    wave[i] = design.setWave[s];
    for (let m = setStart[s]; m < setStart[s + 1]; m++) if (design.role[members[m]] === 1) actor[i] = m - setStart[s];
  });
  const value = new Float64Array(start[design.sets]);
  const outcomeOf = new Map(design.outcomes.map((o, i) => [o.name, i]));
  const waveOf = new Map(Array.from(waves, (w, g) => [w, g]));
  effects.terms.forEach((term, k) => {
    if (c[k] === 0) return;
    const o = outcomeOf.get(term.outcome)!;
    const { delta, x, covariates } = design.outcomes[o];
    const g = waveOf.get(term.group!)!;
    const { gamma, cells } = fit.events[o].find((one) => one.event === term.event)!;
    const cell = cells.find((one) => one.wave === g)!;
    for (let i = design.waveStart[g]; i < design.waveStart[g + 1]; i++) {
      const s = order[i];
      let observed = 0;
      let sum = 0;
      const each = Array.from(members.subarray(setStart[s], setStart[s + 1]), (r) => {
        let d = delta[r * T + cell.time] - cell.comparisonMean;
        if (Number.isNaN(d)) return undefined;
        for (let j = 0; j < covariates.length; j++) d -= x[r * covariates.length + j] * gamma[j];
        const stays = inverseCensoring[r * T + cell.time];
        observed++;
        sum += stays * d;
        return { d, stays };
      });
      each.forEach((member, m) => {
        if (!member || observed < 2) return;
        const rest = (cell.scale * (sum - member.stays * member.d)) / (observed - 1);
        value[start[i] + m] += (c[k] / term.n) * (member.stays * member.d - rest);
      });
    }
  });
  return { value, start, wave, actor };
}
