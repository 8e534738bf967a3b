import { leastSquares } from "@kontrafakt/numerics";
import type { WaveDesign } from "./wave-design.js";

/** Who plays treated, and how much each set counts. */
export interface Play {
  readonly role: Uint8Array;
  /** Controls share a set by the matching weights, or equally (where roles were moved). */
  readonly shares: "matched" | "equal";
  /** One a set; all 1 if absent. */
  readonly setWeight?: Float64Array;
}

/** One wave at one event time. Its sets are `sets[from .. to]` of the event. */
export interface EventCell {
  readonly wave: number;
  /** Index of the period. */
  readonly time: number;
  readonly from: number;
  readonly to: number;
  readonly controls: number;
  readonly att: number;
  /** Treated mean less comparison mean of each slope's covariate. */
  readonly gap: Float64Array;
}

/** All waves at one event time, sharing slopes. */
export interface EventFit {
  readonly event: number;
  readonly cells: readonly EventCell[];
  /** Sets that count, by wave. */
  readonly sets: Int32Array;
  /** Adjusted difference of each of them. */
  readonly difference: Float64Array;
  /** Indices of the covariates with a slope. */
  readonly slopes: readonly number[];
  /** Slopes of all covariates, 0 where there is none. */
  readonly gamma: Float64Array;
  /** sets × slopes: the set's part in γ̂ − γ. */
  readonly slopeInfluence: Float64Array;
  /** Fewer slopes than covariates, for want of ten treated rows a slope. */
  readonly capped: boolean;
  /** Treated rows that count but whose set has no comparison left. */
  readonly alone: Int32Array;
}

/**
 * ATT(g, g + e) of every wave g for one outcome: mean over matched sets of the adjusted difference between the treated
 * and the weighted comparison. Slopes are shared by the waves: weighted least squares of comparison changes on wave
 * dummies and covariates, each set counting once (outcome regression, Heckman, Ichimura & Todd 1997).
 */
export function fitEvent(design: WaveDesign, outcome: number, event: number, play: Play): EventFit {
  const { rows, periods, waves, order, waveStart, setStart, members } = design;
  const { delta, x, covariates } = design.outcomes[outcome];
  const T = periods.length;
  const K = covariates.length;
  const sets = new Int32Array(design.sets);
  const treated = new Int32Array(design.sets);
  const row = new Int32Array(rows);
  const share = new Float64Array(rows);
  const setOf = new Int32Array(rows);
  const alone: number[] = [];
  const spans: { wave: number; time: number; from: number; to: number; firstRow: number; lastRow: number }[] = [];
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
      let sum = 0;
      const start = at;
      for (let m = setStart[s]; m < setStart[s + 1]; m++) {
        const r = members[m];
        if (Number.isNaN(delta[r * T + time])) continue;
        if (play.role[r] === 1) actor = r;
        else {
          const w = (play.shares === "equal" ? 1 : design.weight[r]) * design.inverseCensoring[r * T + time];
          if (!(w > 0)) continue;
          row[at] = r;
          share[at] = w;
          setOf[at++] = used;
          sum += w;
        }
      }
      if (actor < 0 || at === start) {
        if (actor >= 0) alone.push(actor);
        at = start;
        continue;
      }
      for (let j = start; j < at; j++) share[j] /= sum;
      sets[used] = s;
      treated[used++] = actor;
    }
    if (used > from) spans.push({ wave: g, time, from, to: used, firstRow, lastRow: at });
  }
  const weightOf = (position: number) => play.setWeight?.[sets[position]] ?? 1;

  // Comparison rows less their wave's weighted mean.
  const centredX = new Float64Array(at * K);
  const centredY = new Float64Array(at);
  const w = new Float64Array(at);
  for (const { time, firstRow, lastRow } of spans) {
    const mean = new Float64Array(K + 1);
    let total = 0;
    for (let j = firstRow; j < lastRow; j++) {
      w[j] = share[j] * weightOf(setOf[j]);
      total += w[j];
      mean[K] += w[j] * delta[row[j] * T + time];
      for (let k = 0; k < K; k++) mean[k] += w[j] * x[row[j] * K + k];
    }
    for (let j = firstRow; j < lastRow && total > 0; j++) {
      centredY[j] = delta[row[j] * T + time] - mean[K] / total;
      for (let k = 0; k < K; k++) centredX[j * K + k] = x[row[j] * K + k] - mean[k] / total;
    }
  }
  const slopes = slopesFor(centredX, w, at, K, Math.floor(used / 10));
  const p = slopes.length;
  const gamma = new Float64Array(K);
  const slopeInfluence = new Float64Array(used * p);
  if (p > 0) {
    const chosen = new Float64Array(at * p);
    for (let j = 0; j < at; j++) for (let k = 0; k < p; k++) chosen[j * p + k] = centredX[j * K + slopes[k]];
    const fit = leastSquares({ x: chosen, y: centredY, weights: w, n: at, k: p });
    for (let k = 0; k < p; k++) gamma[slopes[k]] = fit.coefficients[k];
    for (let j = 0; j < at; j++) {
      const score = w[j] * fit.residuals[j];
      for (let k = 0; k < p; k++) {
        for (let l = 0; l < p; l++) slopeInfluence[setOf[j] * p + k] += fit.inverse[k * p + l] * chosen[j * p + l] * score;
      }
    }
  }

  const difference = new Float64Array(used);
  const cells = spans.map(({ wave, time, from, to, firstRow, lastRow }): EventCell => {
    const gap = new Float64Array(p);
    let total = 0;
    for (let i = from; i < to; i++) {
      const r = treated[i];
      total += weightOf(i);
      difference[i] = delta[r * T + time];
      for (let k = 0; k < K; k++) difference[i] -= x[r * K + k] * gamma[k];
      for (let k = 0; k < p; k++) gap[k] += weightOf(i) * x[r * K + slopes[k]];
    }
    for (let j = firstRow; j < lastRow; j++) {
      let adjusted = delta[row[j] * T + time];
      for (let k = 0; k < K; k++) adjusted -= x[row[j] * K + k] * gamma[k];
      difference[setOf[j]] -= share[j] * adjusted;
      for (let k = 0; k < p; k++) gap[k] -= w[j] * x[row[j] * K + slopes[k]];
    }
    let att = 0;
    for (let i = from; i < to; i++) att += (weightOf(i) * difference[i]) / total;
    return { wave, time, from, to, controls: lastRow - firstRow, att, gap: gap.map((v) => v / total) };
  });
  return {
    event,
    cells,
    sets: sets.slice(0, used),
    difference,
    slopes,
    gamma,
    slopeInfluence,
    capped: Math.floor(used / 10) < K,
    alone: Int32Array.from(alone),
  };
}

/** Covariates, first named first, that vary within waves and are not collinear; at most `most`. */
function slopesFor(x: Float64Array, w: Float64Array, n: number, k: number, most: number): number[] {
  const varying: number[] = [];
  for (let j = 0; j < Math.min(k, most); j++) {
    let square = 0;
    let total = 0;
    for (let i = 0; i < n; i++) {
      square += w[i] * x[i * k + j] * x[i * k + j];
      total += w[i];
    }
    // Columns have standard deviation 1 over all matched rows.
    if (square > 1e-12 * total) varying.push(j);
  }
  if (varying.length === 0) return [];
  const p = varying.length;
  const chosen = new Float64Array(n * p);
  for (let i = 0; i < n; i++) for (let j = 0; j < p; j++) chosen[i * p + j] = x[i * k + varying[j]];
  const { dropped } = leastSquares({ x: chosen, y: new Float64Array(n), weights: w, n, k: p });
  return varying.filter((_, j) => !dropped.includes(j));
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
