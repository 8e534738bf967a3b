import { quantile } from "@kontrafakt/numerics";

export interface NaturalSpline {
  /** Distinct knots, ascending; the first and the last are the range. */
  readonly knots: Float64Array;
  /** Basis columns beside the variable itself, one fewer than knots − 1. */
  readonly columns: Float64Array[];
}

/**
 * Natural cubic spline of a variable: with the variable itself and a constant, the columns span the cubic splines that are linear beyond the
 * outer knots. Inner knots lie at the quantiles j / df (type 7), outer ones at the range; knots that coincide count once, so that a
 * variable of few values has fewer columns, and one of two values none. Truncated powers over the squared range: Harrell 2015, Regression Modeling Strategies, §2.4.5.
 * @param values no missing values
 * @param df columns with the variable itself
 */
export function naturalSpline(values: Float64Array, df: number): NaturalSpline {
  const sorted = values.slice().sort();
  const inner = sorted.some((v) => v !== sorted[0] && v !== sorted[sorted.length - 1]) ? df - 1 : 0;
  const at = Array.from({ length: inner }, (_, j) => quantile(sorted, (j + 1) / df));
  const knots = Float64Array.from(new Set([sorted[0], ...at, sorted[sorted.length - 1]])).sort();
  const last = knots.length - 1;
  const range = knots[last] - knots[0];
  const cube = (v: number): number => (v > 0 ? v * v * v : 0);
  const columns: Float64Array[] = [];
  for (let j = 0; j < last - 1; j++) {
    const gap = knots[last] - knots[last - 1];
    const before = (knots[last] - knots[j]) / gap;
    const after = (knots[last - 1] - knots[j]) / gap;
    columns.push(
      values.map(
        (v) => (cube(v - knots[j]) - before * cube(v - knots[last - 1]) + after * cube(v - knots[last])) / (range * range),
      ),
    );
  }
  return { knots, columns };
}
