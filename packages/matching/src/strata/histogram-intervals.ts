import { pow, quantile } from "@kontrafakt/numerics";

export type HistogramRule = "sturges" | "fd" | "scott";

/**
 * Number of intervals of a histogram by a published rule; `n` is the number of observations the rule is told of.
 * Sturges (1926): ⌈log₂ n + 1⌉. Scott (1979): width 3.5 s n^(−1/3). Freedman & Diaconis (1981): width 2 IQR n^(−1/3); where
 * the quartiles are equal, the distance of the α and 1 − α quantiles over 1 − 2α takes the place of 2 IQR for α = 1/8, 1/16, …,
 * 1/512, the first that is not 0, and then Scott's rule, as R's nclass.FD documents. At least 1.
 */
export function histogramIntervals(sorted: Float64Array, rule: HistogramRule, n = sorted.length): number {
  if (n <= 1) return 1;
  if (rule === "sturges") return sturges(n);
  const width = rule === "fd" ? tails(sorted) || scott(sorted) : scott(sorted);
  const range = sorted[sorted.length - 1] - sorted[0];
  return width > 0 ? Math.max(1, Math.ceil((range / width) * pow(n, 1 / 3))) : 1;
}

/** ⌈log₂ n⌉ + 1 without a logarithm, which may miss a power of two by an ulp. */
function sturges(n: number): number {
  let intervals = 1;
  for (let reach = 1; reach < n; reach *= 2) intervals++;
  return intervals;
}

function scott(sorted: Float64Array): number {
  let total = 0;
  for (const v of sorted) total += v;
  const mean = total / sorted.length;
  let squares = 0;
  for (const v of sorted) squares += (v - mean) * (v - mean);
  return 3.5 * Math.sqrt(squares / (sorted.length - 1));
}

function tails(sorted: Float64Array): number {
  for (let alpha = 1 / 4; alpha >= 1 / 512; alpha /= 2) {
    const width = (quantile(sorted, 1 - alpha) - quantile(sorted, alpha)) / (1 - 2 * alpha);
    if (width > 0) return width;
  }
  return 0;
}
