import { pseudoInverse } from "@kontrafakt/numerics";

/**
 * Weights that sum to 1 with which estimates of the same thing have the least variance: Ω⁻¹1 / 1'Ω⁻¹1, Ω their covariance from influence by
 * atom. Where Ω is singular, of its generalised inverse; where that says nothing, equal weights.
 * @param influence one column an estimate
 */
export function leastVariance(influence: readonly Float64Array[]): number[] {
  const K = influence.length;
  const covariance = new Float64Array(K * K);
  for (let j = 0; j < K; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = 0;
      for (let a = 0; a < influence[j].length; a++) sum += influence[j][a] * influence[k][a];
      covariance[j * K + k] = sum;
      covariance[k * K + j] = sum;
    }
  }
  const even = new Array(K).fill(1 / K);
  if (K < 2) return even;
  const inverse = pseudoInverse(covariance, K, 1e-12);
  const lines = even.map((_, j) => inverse.subarray(j * K, (j + 1) * K).reduce((a, b) => a + b, 0));
  const all = lines.reduce((a, b) => a + b, 0);
  return all > 0 ? lines.map((v) => v / all) : even;
}
