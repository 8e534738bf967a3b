import { type Context, fail } from "@kontrafakt/base";
import { supT } from "@kontrafakt/numerics";
import type { Effects, Interval } from "./effects-value.js";
import { interval } from "./interval.js";
import { messages } from "./messages.js";

/**
 * Intervals of a path, with sup-t limits that hold for all of it at once at `level`. The critical value is that of the largest |t| of a
 * multivariate t with the path's correlations (Bonferroni's where these are not known) and the fewest degrees of freedom on it. A term without a positive standard error
 * (the period of a universal base) gets no band.
 * Source: Montiel Olea & Plagborg-Møller 2019, doi:10.1002/jae.2656.
 * @param name stream of the draws: a constant of the caller, one a path
 */
export async function bands(
  effects: Effects,
  indices: readonly number[],
  level: number,
  name: string,
  context: Context,
): Promise<Interval[]> {
  const points = indices.map((k) => interval(effects, k, level));
  const wide = indices.filter((_, i) => points[i].se > 0);
  if (wide.length === 0) fail("effects/bands-undefined", {}, { terms: indices.length }, messages);
  const K = effects.terms.length;
  const covariance = new Float64Array(wide.length * wide.length);
  wide.forEach((j, a) => {
    wide.forEach((k, b) => {
      covariance[a * wide.length + b] = effects.covariance[j * K + k];
    });
  });
  const df = wide.reduce((least, k) => Math.min(least, effects.df[k]), Number.POSITIVE_INFINITY);
  const bounded = effects.bounded === true;
  const { critical } = await supT({ covariance, k: wide.length, df, level, seed: context.seed, name, bounded }, context);
  return points.map((p) =>
    p.se > 0 ? { ...p, bandLower: p.estimate - critical * p.se, bandUpper: p.estimate + critical * p.se } : p,
  );
}
