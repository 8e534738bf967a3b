import type { WeightEstimation } from "../comparison.js";

export interface SetWeights {
  readonly weight: Float64Array;
  /** Absent where weights are held fixed. */
  readonly estimation?: WeightEstimation;
}

/**
 * Scales control weights so that they sum to the treated weights of their set, then everything so that treated weights average 1. The sums
 * are functions of the weights' parameters, so the gradient follows by the quotient rule.
 * @param set each row's set, dense from 0
 */
export function normaliseSets({ weight, estimation }: SetWeights, treated: Uint8Array, set: Int32Array): SetWeights {
  const n = weight.length;
  const sets = set.reduce((most, s) => Math.max(most, s + 1), 0);
  const k = estimation?.parameters ?? 0;
  const gradient = estimation?.gradient.slice() ?? new Float64Array(0);
  // Sums and their gradients by set and arm: controls first.
  const sum = new Float64Array(2 * sets);
  const slope = new Float64Array(2 * sets * k);
  for (let i = 0; i < n; i++) {
    const at = 2 * set[i] + treated[i];
    sum[at] += weight[i];
    for (let j = 0; j < k; j++) slope[at * k + j] += gradient[i * k + j];
  }
  let starters = 0;
  let total = 0;
  const totalSlope = new Float64Array(k);
  for (let i = 0; i < n; i++) starters += treated[i];
  for (let s = 0; s < sets; s++) {
    total += sum[2 * s + 1];
    for (let j = 0; j < k; j++) totalSlope[j] += slope[(2 * s + 1) * k + j];
  }
  const scale = starters / total;
  const scaled = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const own = 2 * set[i];
    const factor = treated[i] === 1 ? 1 : sum[own + 1] / sum[own];
    scaled[i] = weight[i] * factor * scale;
    for (let j = 0; j < k; j++) {
      const ofFactor = treated[i] === 1 ? 0 : (slope[(own + 1) * k + j] - factor * slope[own * k + j]) / sum[own];
      const ofScale = (-scale * totalSlope[j]) / total;
      const at = i * k + j;
      gradient[at] = (gradient[at] * factor + weight[i] * ofFactor) * scale + weight[i] * factor * ofScale;
    }
  }
  return { weight: scaled, ...(estimation && { estimation: { ...estimation, gradient } }) };
}
