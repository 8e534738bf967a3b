import type { RowsByAtom } from "./rows-by-atom.js";
import type { WeightedMean } from "./sum-of-means.js";

/**
 * θ̂ − θ̂₍ₐ₎ of a signed sum of means of the outcome, by the place of the atom: with weight w and deviations s from the mean in the atom and weight W
 * in all, a mean changes by s / (W − w). All outcomes at once; the array handed out is written over by the next call.
 * @param y rows × R
 */
export function leaveOutMeans(
  means: readonly WeightedMean[],
  y: Float64Array,
  R: number,
  { start, order }: RowsByAtom,
): (j: number) => Float64Array {
  const whole = means.map(({ weights }) => {
    const mean = new Float64Array(R);
    let total = 0;
    for (let i = 0; i < weights.length; i++) total += weights[i];
    for (let i = 0; i < weights.length; i++) {
      if (weights[i] === 0) continue;
      const share = weights[i] / total;
      for (let r = 0; r < R; r++) mean[r] += share * y[i * R + r];
    }
    return { total, mean };
  });
  const change = new Float64Array(R);
  const sum = new Float64Array(R);
  return (j) => {
    change.fill(0);
    means.forEach(({ sign, weights }, m) => {
      const { total, mean } = whole[m];
      sum.fill(0);
      let own = 0;
      for (let c = start[j]; c < start[j + 1]; c++) {
        const i = order[c];
        const w = weights[i];
        if (w === 0) continue;
        own += w;
        for (let r = 0; r < R; r++) sum[r] += w * (y[i * R + r] - mean[r]);
      }
      if (own === 0) return;
      for (let r = 0; r < R; r++) change[r] += (sign * sum[r]) / (total - own);
    });
    return change;
  };
}
