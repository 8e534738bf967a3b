import type { UncertaintyShare } from "./savings-value.js";

function variance(values: Float64Array): number {
  let mean = 0;
  for (const v of values) mean += v;
  mean /= values.length;
  let squares = 0;
  for (const v of values) squares += (v - mean) * (v - mean);
  return squares / (values.length - 1);
}

/**
 * Shapley split of the variance of a total between its two sources, the value of a set being the variance with the other
 * fixed at its mean. Sums to 1; a total without variance is put down to the effect.
 * Source: Owen 2014, Sobol' indices and Shapley value, doi:10.1137/130936233.
 */
export function uncertaintyShares(both: Float64Array, effectOnly: Float64Array, priceOnly: Float64Array): UncertaintyShare[] {
  const total = variance(both);
  const effect = variance(effectOnly);
  const price = variance(priceOnly);
  const share = total > 0 ? (price + total - effect) / (2 * total) : 0;
  return [
    { source: "effect", share: 1 - share },
    { source: "price", share },
  ];
}
