/** Quantile of ascending values without interpolation, the ⌈np⌉-th of them (type 1 of Hyndman & Fan 1996). */
export function orderStatistic(sorted: Float64Array, p: number): number {
  const n = sorted.length;
  // 0.95 × 20 is 19 and not a rounding error more.
  return sorted[Math.min(n, Math.max(1, Math.ceil(n * p - 1e-9))) - 1];
}
