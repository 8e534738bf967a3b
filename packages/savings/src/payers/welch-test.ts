import { fCdf, tCdf } from "@kontrafakt/numerics";

/** An estimate, as far as the tests look at it. */
interface Group {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
}

/**
 * p of the hypothesis that independent estimates have one mean, their variances unequal and estimated; with two of them Welch's t test.
 * NaN where fewer than two vary.
 *
 * Source: Welch 1951, On the comparison of several mean values, doi:10.1093/biomet/38.3-4.330, its λ from each estimate's own df.
 */
export function welchTest(groups: readonly Group[]): number {
  const k = groups.length;
  if (k < 2 || groups.some(({ se, df }) => !(se > 0 && df > 0))) return Number.NaN;
  const weights = groups.map(({ se }) => 1 / (se * se));
  const all = weights.reduce((sum, w) => sum + w, 0);
  const mean = groups.reduce((sum, g, i) => sum + weights[i] * g.estimate, 0) / all;
  let between = 0;
  let lambda = 0;
  groups.forEach(({ estimate, df }, i) => {
    const rest = 1 - weights[i] / all;
    between += weights[i] * (estimate - mean) * (estimate - mean);
    lambda += (rest * rest) / df;
  });
  const f = between / (k - 1) / (1 + (2 * (k - 2) * lambda) / (k * k - 1));
  return 1 - fCdf(f, k - 1, lambda > 0 ? (k * k - 1) / (3 * lambda) : Infinity);
}

/**
 * An upper bound of the same p where estimates may depend on one another in any way: the variance of a difference is at most (se₁ + se₂)²; the
 * smallest p of any two, times how many pairs there are (Bonferroni). NaN where fewer than two vary.
 */
export function boundTest(groups: readonly Group[]): number {
  const k = groups.length;
  if (k < 2 || groups.some(({ se, df }) => !(se > 0 && df > 0))) return Number.NaN;
  let least = 1;
  groups.forEach((a, i) => {
    for (const b of groups.slice(i + 1)) {
      const t = Math.abs(a.estimate - b.estimate) / (a.se + b.se);
      least = Math.min(least, 2 * tCdf(-t, Math.min(a.df, b.df)));
    }
  });
  return Math.min(1, (least * k * (k - 1)) / 2);
}
