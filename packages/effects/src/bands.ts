import { type Context, fail, type Problem, problem } from "@kontrafakt/base";
import { pivotedCholesky, supT, tQuantile } from "@kontrafakt/numerics";
import type { Effects, Interval } from "./effects-value.js";
import { interval } from "./interval.js";
import { messages } from "./messages.js";
import type { InferenceOptions } from "./options/inference-options.js";

/** Intervals of a path, and how its joint limits were made. */
export interface Bands {
  readonly limits: Interval[];
  /** `pointwise`: one figure alone, whose limits are its interval's. */
  readonly used: "supT" | "bonferroni" | "pointwise";
  readonly problems: readonly Problem[];
}

/** A covariance is singular where its correlations have a pivot below this, as in `supT`. */
const SINGULAR = 1e-10;

/**
 * Intervals of a path, with limits that hold for all of it at once at `level`. supT: the critical value is that of the largest |t| of a
 * multivariate t with the path's correlations and the fewest degrees of freedom on it; these correlations are not known from fewer independent
 * clusters than figures, whose covariance is singular for that. (A covariance that is singular because some figures follow from others, as the
 * periods of a base do, is right as it is.) bonferroni: the quantile at the level divided by the number of figures; wider, and right whatever the
 * correlations. auto: supT, and Bonferroni's where clusters are so few (a problem says so) or correlations are not known. A term without a
 * positive standard error (the period of a universal base) gets no band.
 * Source: Montiel Olea & Plagborg-Møller 2019, doi:10.1002/jae.2656.
 * @param name stream of the draws: a constant of the caller, one a path
 * @throws KontrafaktError where no term has a standard error, or supT is asked for from fewer clusters than figures, with a singular covariance
 */
export async function bands(
  effects: Effects,
  indices: readonly number[],
  level: number,
  name: string,
  context: Context,
  kind: InferenceOptions["bands"] = "auto",
): Promise<Bands> {
  const points = indices.map((k) => interval(effects, k, level));
  const wide = indices.filter((_, i) => points[i].se > 0);
  if (wide.length === 0) fail("effects/bands-undefined", {}, { terms: indices.length }, messages);
  const K = effects.terms.length;
  const k = wide.length;
  const covariance = new Float64Array(k * k);
  wide.forEach((j, a) => {
    wide.forEach((l, b) => {
      covariance[a * k + b] = effects.covariance[j * K + l];
    });
  });
  const df = wide.reduce((least, j) => Math.min(least, effects.df[j]), Number.POSITIVE_INFINITY);
  const scale = Float64Array.from(wide, (j) => 1 / Math.sqrt(effects.covariance[j * K + j]));
  const correlation = covariance.map((v, c) => v * scale[Math.floor(c / k)] * scale[c % k]);
  const { rank } = pivotedCholesky(correlation, k, SINGULAR);
  const singular = rank < k && independentClusters(effects) < k && effects.bounded !== true;
  const params = { limits: k, rank, clusters: effects.clusters };
  if (singular && kind === "supT") fail("effects/bands-singular", { option: "inference.bands" }, params, messages);
  const bonferroni = k > 1 && (kind === "bonferroni" || singular || effects.bounded === true);
  const critical = bonferroni
    ? tQuantile(1 - (1 - level) / (2 * k), df)
    : (await supT({ covariance, k, df, level, seed: context.seed, name }, context)).critical;
  return {
    limits: points.map((p) =>
      p.se > 0 ? { ...p, bandLower: p.estimate - critical * p.se, bandUpper: p.estimate + critical * p.se } : p,
    ),
    used: k === 1 ? "pointwise" : bonferroni ? "bonferroni" : "supT",
    problems: singular && kind === "auto" ? [problem("effects/bands-bonferroni", "note", {}, params)] : [],
  };
}

/** Clusters less the means taken off them: the most the rank of a covariance can be. */
function independentClusters({ basis, clusters }: Effects): number {
  return clusters - (basis.kind === "influence" ? new Set(basis.stratum).size : 1);
}
