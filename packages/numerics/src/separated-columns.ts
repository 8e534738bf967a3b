import type { Design } from "./check-design.js";

/** A Newton step that still moves a row's linear predictor this far where its probability is 0 or 1 to `EXTREME`: no maximum is near. */
const MOVES = 0.1;
const EXTREME = 1e-5;

/**
 * Columns along which a logit (or, with smaller moves, a probit) runs off to infinity, read from its last Newton step: near a maximum the step is tiny;
 * under separation it keeps moving some fitted probabilities by about 1 on the logit scale towards 0 or 1 (Albert & Anderson 1984).
 * Constant columns are named only when no other column moves.
 */
export function separatedColumns(
  { x, weights, n, k }: Design,
  step: Float64Array,
  probability: Float64Array,
  moves = MOVES,
): number[] {
  let extreme = false;
  for (let i = 0; i < n && !extreme; i++) extreme = probability[i] < EXTREME || probability[i] > 1 - EXTREME;
  if (!extreme) return [];
  const low = new Float64Array(k).fill(Infinity);
  const high = new Float64Array(k).fill(-Infinity);
  let runs = false;
  for (let i = 0; i < n; i++) {
    if (weights && weights[i] === 0) continue;
    let move = 0;
    for (let j = 0; j < k; j++) {
      const value = x[i * k + j];
      move += value * step[j];
      if (value < low[j]) low[j] = value;
      if (value > high[j]) high[j] = value;
    }
    if (Math.abs(move) > moves && Math.min(probability[i], 1 - probability[i]) < EXTREME) runs = true;
  }
  if (!runs) return [];
  const columns = Array.from({ length: k }, (_, j) => j);
  const varying = columns.filter((j) => Math.abs(step[j]) * (high[j] - low[j]) > moves);
  if (varying.length > 0) return varying;
  return columns.filter((j) => Math.abs(step[j]) * Math.max(Math.abs(low[j]), Math.abs(high[j])) > moves);
}
