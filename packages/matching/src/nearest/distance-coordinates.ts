import { dot, pivotedCholesky, pseudoInverse } from "@kontrafakt/numerics";
import { averageRanks } from "./average-ranks.js";

/** A spread below this share of the largest value is rounding. */
const ROUNDING = 1e-13;
/** A pivot below this share of the largest is rounding: a pseudo-inverse's smallest eigenvalue is above its tolerance over the variables. */
const NOTHING_LEFT = 1e-13;

/** A distance in variables rather than on the score. */
export type CoordinateDistance = "mahalanobis" | "robustMahalanobis" | "scaledEuclidean" | "euclidean";

export interface CoordinatesInput {
  /** Variables, one value a row, no missing values. */
  readonly variables: readonly Float64Array[];
  /** Group of each row, dense from 0 (treated or not; in a design of waves, wave by treated or not): variation is taken within groups. */
  readonly group: Int32Array;
  readonly distance: CoordinateDistance;
  /** Mahalanobis distances: directions with at most this share of the largest eigenvalue of the correlation are left out. */
  readonly tolerance?: number;
}

export interface Coordinates {
  /** rows × dimensions, row-major: the Euclidean distance between two rows here is their distance. */
  readonly coordinates: Float64Array;
  readonly dimensions: number;
}

/**
 * Coordinates in which a distance is Euclidean. Equal rows get equal coordinates, bit for bit.
 *
 * - mahalanobis: √((a − b)' S⁻¹ (a − b)), S the covariance within groups, Σ over groups of Σ (x − group mean)(x − group mean)' over
 *   rows − groups.
 * - robustMahalanobis: the same of ranks (ties averaged), S the covariance of ranks over all rows, rescaled so that each rank has
 *   the variance of untied ranks, n(n + 1)/12, lest a rare 0/1 variable count too much. Rosenbaum 2010, Design of
 *   Observational Studies, §8.3.
 * - scaledEuclidean: each variable over its SD within groups. euclidean: as they stand.
 *
 * A variable constant within every group is left out. Where variables are collinear the inverse is the pseudo-inverse of the
 * correlation, eigenvalues of at most `tolerance` of the largest taken for 0.
 * The first coordinate decides ties (see `nearestDistance`): the first variable, or for the Mahalanobis distances the variable with
 * the largest variance inflation, standardised, less what others predict of it (complete pivoting of the inverse correlation). So it does in MatchIt 4.7.
 */
export function distanceCoordinates(input: CoordinatesInput): Coordinates {
  const { variables, distance, group, tolerance = 1e-9 } = input;
  const n = group.length;
  if (distance === "euclidean") return rowMajor(variables, n);
  if (distance === "robustMahalanobis") {
    const ranks = variables.map(averageRanks);
    const { deviations } = within(ranks, new Int32Array(n));
    const untied = Math.sqrt((n * (n + 1)) / 12);
    const varying = ranks.flatMap((x, j) => (deviations[j].sd > 0 ? [{ x, ...deviations[j], scale: untied }] : []));
    return whitened(varying, n, n - 1, tolerance);
  }
  const { deviations, df } = within(variables, group);
  const varying = variables.flatMap((x, j) => (deviations[j].sd > 0 ? [{ x, ...deviations[j], scale: deviations[j].sd }] : []));
  if (distance === "mahalanobis") return whitened(varying, n, df, tolerance);
  return rowMajor(
    varying.map(({ x, sd }) => x.map((v) => v / sd)),
    n,
  );
}

interface Deviations {
  /** Less the mean of its group. */
  readonly centred: Float64Array;
  /** SD within groups; 0 where constant in each. */
  readonly sd: number;
}

/** Deviations from group means, and their degrees of freedom: rows less groups. */
function within(variables: readonly Float64Array[], group: Int32Array): { deviations: Deviations[]; df: number } {
  const counts = new Float64Array(group.reduce((most, g) => Math.max(most, g + 1), 0));
  for (const g of group) counts[g]++;
  const df = Math.max(1, group.length - counts.reduce((used, c) => used + (c > 0 ? 1 : 0), 0));
  const deviations = variables.map((x) => {
    const totals = new Float64Array(counts.length);
    let largest = 0;
    x.forEach((v, i) => {
      totals[group[i]] += v;
      largest = Math.max(largest, Math.abs(v));
    });
    const centred = x.map((v, i) => v - totals[group[i]] / counts[group[i]]);
    const sd = Math.sqrt(centred.reduce((sum, d) => sum + d * d, 0) / df);
    return { centred, sd: sd > ROUNDING * largest ? sd : 0 };
  });
  return { deviations, df };
}

/** Coordinates C'x with C C' the pseudo-inverse of the correlation over the scales. */
function whitened(
  variables: readonly (Deviations & { readonly x: Float64Array; readonly scale: number })[],
  n: number,
  df: number,
  tolerance: number,
): Coordinates {
  const k = variables.length;
  const inverse = pseudoInverse(correlations(variables, df), k, tolerance);
  const { factor, rank } = pivotedCholesky(inverse, k, NOTHING_LEFT);
  const coordinates = new Float64Array(n * rank);
  variables.forEach(({ x, scale }, j) => {
    const mean = x.reduce((total, v) => total + v, 0) / n;
    for (let r = 0; r < rank; r++) {
      const weight = factor[j * rank + r] / scale;
      for (let i = 0; i < n; i++) coordinates[i * rank + r] += (x[i] - mean) * weight;
    }
  });
  return { coordinates, dimensions: rank };
}

function correlations(variables: readonly Deviations[], df: number): Float64Array {
  const k = variables.length;
  const out = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      const a = variables[i];
      const b = variables[j];
      out[i * k + j] = dot(a.centred, b.centred) / df / a.sd / b.sd;
      out[j * k + i] = out[i * k + j];
    }
  }
  return out;
}

function rowMajor(variables: readonly Float64Array[], n: number): Coordinates {
  const k = variables.length;
  const coordinates = new Float64Array(n * k);
  variables.forEach((x, j) => {
    for (let i = 0; i < n; i++) coordinates[i * k + j] = x[i];
  });
  return { coordinates, dimensions: k };
}
