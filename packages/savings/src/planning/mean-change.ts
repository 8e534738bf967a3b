import { type Effects, type Interval, linearCombination } from "@kontrafakt/effects";
import { tQuantile } from "@kontrafakt/numerics";

/** What is assumed of an outcome on average per starter and year with an effect, and in all; starters as planned. */
export function meanChange(effects: Effects, outcome: string): { readonly mean: Interval; readonly total: Interval } | undefined {
  const weights = Float64Array.from(effects.terms, (term) => (term.outcome === outcome ? term.n : 0));
  const people = weights.reduce((sum, n) => sum + n, 0);
  if (people === 0) return undefined;
  const { estimate, se, df } = linearCombination(effects, weights);
  const half = se * tQuantile(0.975, df);
  const per = (by: number): Interval => ({
    estimate: estimate / by,
    se: se / by,
    df,
    lower: (estimate - half) / by,
    upper: (estimate + half) / by,
  });
  return { mean: per(people), total: per(1) };
}
