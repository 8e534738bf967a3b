import { sharedSlopes } from "./shared-slopes.js";
import type { WaveDesign } from "./wave-design.js";
import { type Play, type WaveMembers, type WaveSpan, waveMembers } from "./wave-members.js";

/** One wave at one event time. */
export interface EventCell extends WaveSpan {
  readonly att: number;
  /** Adjusted mean change of the comparison. */
  readonly comparisonMean: number;
  /** Weight of the treated: their number where each counts 1. */
  readonly total: number;
  /** Comparison weights times this sum to `total`. */
  readonly scale: number;
  /** Treated mean less comparison mean of each slope's covariate. */
  readonly gap: Float64Array;
}

/** What remains of an event time when its members are let go: cells and slopes. */
export interface EventSummary {
  readonly event: number;
  readonly cells: readonly EventCell[];
  /** Slopes of all covariates, 0 where there is none. */
  readonly gamma: Float64Array;
  /** Fewer slopes than covariates, for want of ten treated rows a slope. */
  readonly capped: boolean;
  readonly alone: Int32Array;
}

/** All waves at one event time, sharing slopes. */
export interface EventFit extends WaveMembers, EventSummary {
  /** Each set's part in its cell's estimate, times the cell's `total`: sums to 0 over the cell. */
  readonly deviation: Float64Array;
  /** Indices of the covariates with a slope. */
  readonly slopes: readonly number[];
  /** Comparison rows × slopes: the row's part in γ̂ − γ at its weight. */
  readonly slopeInfluence: Float64Array;
}

/** Change of a row from its base, less what the slopes account for. NaN where either is not observed. */
export function adjustedChange(design: WaveDesign, outcome: number, gamma: Float64Array, r: number, time: number): number {
  const { values, base, x, covariates } = design.outcomes[outcome];
  const K = covariates.length;
  let d = values[design.unit[r] * design.periods.length + time] - base[r];
  for (let k = 0; k < K; k++) d -= x[r * K + k] * gamma[k];
  return d;
}

/**
 * ATT(g, g + e) of every wave g for one outcome: adjusted mean change of the treated less that of their weighted comparison.
 * Slopes are shared by the waves: weighted least squares of comparison changes on wave dummies and covariates
 * (outcome regression, Heckman, Ichimura & Todd 1997). Without censoring the estimate is the mean of the sets' own differences, by the
 * weight of their treated.
 */
export function fitEvent(design: WaveDesign, outcome: number, event: number, play: Play): EventFit {
  const members = waveMembers(design, outcome, event, play);
  const { spans, sets, treated, treatedWeight, treatedPosition, comparison, weight, position } = members;
  const { values, base, x, covariates } = design.outcomes[outcome];
  const T = design.periods.length;
  const K = covariates.length;
  const n = comparison.length;
  const setWeight = (i: number) => play.setWeight?.[sets[i]] ?? 1;
  const { afterSets } = play;
  const w = weight.map((v, j) => v * (afterSets ? afterSets[comparison[j]] : setWeight(position[j])));
  const v = treatedWeight.map((own, i) => own * (afterSets ? afterSets[treated[i]] : setWeight(treatedPosition[i])));
  const delta = (r: number, time: number) => values[design.unit[r] * T + time] - base[r];

  // Comparison rows less their wave's weighted mean.
  const centredX = new Float64Array(n * K);
  const centredY = new Float64Array(n);
  for (const { time, firstRow, lastRow } of spans) {
    const mean = new Float64Array(K + 1);
    let total = 0;
    for (let j = firstRow; j < lastRow; j++) {
      total += w[j];
      mean[K] += w[j] * delta(comparison[j], time);
      for (let k = 0; k < K; k++) mean[k] += w[j] * x[comparison[j] * K + k];
    }
    for (let j = firstRow; j < lastRow && total > 0; j++) {
      centredY[j] = delta(comparison[j], time) - mean[K] / total;
      for (let k = 0; k < K; k++) centredX[j * K + k] = x[comparison[j] * K + k] - mean[k] / total;
    }
  }
  const most = Math.floor(treated.length / 10);
  const { slopes, gamma, influence } = sharedSlopes(centredX, centredY, w, K, most);
  const p = slopes.length;

  const deviation = new Float64Array(sets.length);
  const adjusted = (r: number, time: number) => adjustedChange(design, outcome, gamma, r, time);
  const cells = spans.map((span): EventCell => {
    const { time, firstTreated, lastTreated, firstRow, lastRow } = span;
    const gap = new Float64Array(p);
    let total = 0;
    let shares = 0;
    let treatedMean = 0;
    let comparisonMean = 0;
    for (let i = firstTreated; i < lastTreated; i++) total += v[i];
    for (let j = firstRow; j < lastRow; j++) shares += w[j];
    for (let i = firstTreated; i < lastTreated; i++) {
      treatedMean += (v[i] / total) * adjusted(treated[i], time);
      for (let k = 0; k < p; k++) gap[k] += (v[i] / total) * x[treated[i] * K + slopes[k]];
    }
    for (let j = firstRow; j < lastRow; j++) {
      comparisonMean += (w[j] / shares) * adjusted(comparison[j], time);
      for (let k = 0; k < p; k++) gap[k] -= (w[j] / shares) * x[comparison[j] * K + slopes[k]];
    }
    const scale = total / shares;
    for (let i = firstTreated; i < lastTreated; i++)
      deviation[treatedPosition[i]] += treatedWeight[i] * (adjusted(treated[i], time) - treatedMean);
    for (let j = firstRow; j < lastRow; j++)
      deviation[position[j]] -= scale * weight[j] * (adjusted(comparison[j], time) - comparisonMean);
    return { ...span, att: treatedMean - comparisonMean, comparisonMean, total, scale, gap };
  });
  return { ...members, event, cells, deviation, slopes, gamma, slopeInfluence: influence, capped: most < K };
}
