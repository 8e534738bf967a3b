import { sharedSlopes } from "./shared-slopes.js";
import type { WaveDesign } from "./wave-design.js";
import { type Play, type WaveMembers, type WaveSpan, waveMembers } from "./wave-members.js";

/** One wave at one event time. */
export interface EventCell extends WaveSpan {
  readonly att: number;
  /** Adjusted mean change of the comparison. */
  readonly comparisonMean: number;
  /** Comparison weights times this sum to the number of sets. */
  readonly scale: number;
  /** Treated mean less comparison mean of each slope's covariate. */
  readonly gap: Float64Array;
}

/** All waves at one event time, sharing slopes. */
export interface EventFit extends WaveMembers {
  readonly event: number;
  readonly cells: readonly EventCell[];
  /** Each set's part in its cell's estimate, times the number of sets: sums to 0 over the cell. */
  readonly deviation: Float64Array;
  /** Indices of the covariates with a slope. */
  readonly slopes: readonly number[];
  /** Slopes of all covariates, 0 where there is none. */
  readonly gamma: Float64Array;
  /** sets × slopes: the set's part in γ̂ − γ. */
  readonly slopeInfluence: Float64Array;
  /** Fewer slopes than covariates, for want of ten treated rows a slope. */
  readonly capped: boolean;
}

/**
 * ATT(g, g + e) of every wave g for one outcome: adjusted mean change of the treated less that of their weighted comparison.
 * Slopes are shared by the waves: weighted least squares of comparison changes on wave dummies and covariates
 * (outcome regression, Heckman, Ichimura & Todd 1997). Without censoring the estimate is the mean of the sets' own differences.
 */
export function fitEvent(design: WaveDesign, outcome: number, event: number, play: Play): EventFit {
  const members = waveMembers(design, outcome, event, play);
  const { spans, sets, treated, comparison, weight, position } = members;
  const { delta, x, covariates } = design.outcomes[outcome];
  const T = design.periods.length;
  const K = covariates.length;
  const n = comparison.length;
  const setWeight = (i: number) => play.setWeight?.[sets[i]] ?? 1;
  const w = weight.map((v, j) => v * setWeight(position[j]));

  // Comparison rows less their wave's weighted mean.
  const centredX = new Float64Array(n * K);
  const centredY = new Float64Array(n);
  for (const { time, firstRow, lastRow } of spans) {
    const mean = new Float64Array(K + 1);
    let total = 0;
    for (let j = firstRow; j < lastRow; j++) {
      total += w[j];
      mean[K] += w[j] * delta[comparison[j] * T + time];
      for (let k = 0; k < K; k++) mean[k] += w[j] * x[comparison[j] * K + k];
    }
    for (let j = firstRow; j < lastRow && total > 0; j++) {
      centredY[j] = delta[comparison[j] * T + time] - mean[K] / total;
      for (let k = 0; k < K; k++) centredX[j * K + k] = x[comparison[j] * K + k] - mean[k] / total;
    }
  }
  const most = Math.floor(sets.length / 10);
  const { slopes, gamma, influence } = sharedSlopes(centredX, centredY, w, K, most);
  const p = slopes.length;
  const slopeInfluence = new Float64Array(sets.length * p);
  for (let j = 0; j < n; j++) for (let k = 0; k < p; k++) slopeInfluence[position[j] * p + k] += influence[j * p + k];

  const deviation = new Float64Array(sets.length);
  const adjusted = (r: number, time: number) => {
    let d = delta[r * T + time];
    for (let k = 0; k < K; k++) d -= x[r * K + k] * gamma[k];
    return d;
  };
  const cells = spans.map((span): EventCell => {
    const { time, from, to, firstRow, lastRow } = span;
    const gap = new Float64Array(p);
    let people = 0;
    let shares = 0;
    let treatedMean = 0;
    let comparisonMean = 0;
    for (let i = from; i < to; i++) people += setWeight(i);
    for (let j = firstRow; j < lastRow; j++) shares += w[j];
    for (let i = from; i < to; i++) {
      treatedMean += (setWeight(i) / people) * adjusted(treated[i], time);
      for (let k = 0; k < p; k++) gap[k] += (setWeight(i) / people) * x[treated[i] * K + slopes[k]];
    }
    for (let j = firstRow; j < lastRow; j++) {
      comparisonMean += (w[j] / shares) * adjusted(comparison[j], time);
      for (let k = 0; k < p; k++) gap[k] -= (w[j] / shares) * x[comparison[j] * K + slopes[k]];
    }
    const scale = people / shares;
    for (let i = from; i < to; i++) deviation[i] = adjusted(treated[i], time) - treatedMean;
    for (let j = firstRow; j < lastRow; j++)
      deviation[position[j]] -= scale * weight[j] * (adjusted(comparison[j], time) - comparisonMean);
    return { ...span, att: treatedMean - comparisonMean, comparisonMean, scale, gap };
  });
  return { ...members, event, cells, deviation, slopes, gamma, slopeInfluence, capped: most < K };
}
