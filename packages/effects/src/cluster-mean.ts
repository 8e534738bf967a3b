/**
 * Small-sample facts of a mean of n values in clusters of the given sizes: the CR2 factor of each cluster,
 * (1 − m/n)^−½, and Bell & McCaffrey's degrees of freedom under equal variances. With single-value clusters: √(n/(n−1)) and n − 1.
 * Sources: Bell & McCaffrey 2002; Pustejovsky & Tipton 2018, doi:10.1080/07350015.2016.1247004, for a regression on a constant.
 */
export function clusterMean(sizes: readonly number[]): { factors: number[]; df: number } {
  const n = sizes.reduce((a, b) => a + b, 0);
  let squares = 0;
  let q = 0;
  let q2 = 0;
  const factors = sizes.map((size) => {
    const p = size / n;
    const value = (p * p) / (1 - p);
    squares += p * p;
    q += value;
    q2 += value * value;
    return 1 / Math.sqrt(1 - p);
  });
  return { factors, df: sizes.length < 2 ? 0 : 1 / (squares + q * q - q2) };
}
