import { inverseCensoring } from "./wave-design.js";
import type { WaveFit } from "./wave-effects.js";

/** Parts of c'θ by set and member, each as if that member were among the treated. */
export interface SetContributions {
  /** Set s (in wave order), member m: `value[start[s] + m]`. */
  readonly value: Float64Array;
  readonly start: Int32Array;
  /** Wave index of each set, ascending. */
  readonly wave: Int32Array;
  /** How many of each set are treated. */
  readonly treated: Int32Array;
  /** The treated members of each set, ascending: `actor[first of s ..]`, as many as `treated[s]`. */
  readonly actor: Int32Array;
}

/**
 * Splits c'θ into sets: Σ over terms of c_k / W_k times the adjusted change of a member less the weighted changes of the rest of its set,
 * both counted from the cell's comparison mean. Whoever plays treated carries its own inverse censoring weight (1 for the treated), so
 * that those referred since are stood in for on both sides. With the true actors the parts add up to c'θ where matched controls share
 * weight equally. With k of M treated the parts of the k are added: the rest of one is the set's sum less k times its own, over M − k, so that the
 * sum is right; of a set not wholly observed, k counts by the share that is.
 */
export function setContributions(fit: WaveFit, c: Float64Array): SetContributions {
  const { design, effects } = fit;
  const { order, setStart, members, waves } = design;
  const start = new Int32Array(design.sets + 1);
  const wave = new Int32Array(design.sets);
  const treated = new Int32Array(design.sets);
  const actor: number[] = [];
  order.forEach((s, i) => {
    start[i + 1] = start[i] + setStart[s + 1] - setStart[s];
    wave[i] = design.setWave[s];
    for (let m = setStart[s]; m < setStart[s + 1]; m++) {
      if (design.role[members[m]] !== 1) continue;
      actor.push(m - setStart[s]);
      treated[i]++;
    }
  });
  const value = new Float64Array(start[design.sets]);
  const outcomeOf = new Map(design.outcomes.map((o, i) => [o.name, i]));
  const waveOf = new Map(Array.from(waves, (w, g) => [w, g]));
  const T = design.periods.length;
  const d = new Float64Array(largest(setStart));
  const stays = new Float64Array(d.length);
  effects.terms.forEach((term, k) => {
    if (c[k] === 0) return;
    const o = outcomeOf.get(term.outcome)!;
    const { values, base, x, covariates } = design.outcomes[o];
    const g = waveOf.get(term.group!)!;
    const { gamma, cells } = fit.events[o].find((one) => one.event === term.event)!;
    const cell = cells.find((one) => one.wave === g)!;
    for (let i = design.waveStart[g]; i < design.waveStart[g + 1]; i++) {
      const s = order[i];
      const M = setStart[s + 1] - setStart[s];
      let observed = 0;
      let sum = 0;
      for (let m = 0; m < M; m++) {
        const r = members[setStart[s] + m];
        d[m] = values[design.unit[r] * T + cell.time] - base[r] - cell.comparisonMean;
        if (Number.isNaN(d[m])) continue;
        for (let j = 0; j < covariates.length; j++) d[m] -= x[r * covariates.length + j] * gamma[j];
        stays[m] = inverseCensoring(design, r, cell.time);
        observed++;
        sum += stays[m] * d[m];
      }
      if (observed < 2 || treated[i] >= M) continue;
      const each = (c[k] / cell.total) * design.treatedWeight[s];
      const among = treated[i] > 1 ? (treated[i] * observed) / M : 1;
      for (let m = 0; m < M; m++) {
        if (Number.isNaN(d[m])) continue;
        const own = stays[m] * d[m];
        value[start[i] + m] += each * (own - (cell.scale * (sum - among * own)) / (observed - among));
      }
    }
  });
  return { value, start, wave, treated, actor: Int32Array.from(actor) };
}

function largest(setStart: Int32Array): number {
  let most = 0;
  for (let s = 0; s + 1 < setStart.length; s++) most = Math.max(most, setStart[s + 1] - setStart[s]);
  return most;
}
