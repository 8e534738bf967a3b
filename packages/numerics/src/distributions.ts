import stdBetaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import chiSquareCdf from "@stdlib/stats-base-dists-chisquare-cdf";
import chiSquareQuantile from "@stdlib/stats-base-dists-chisquare-quantile";
import stdFCdf from "@stdlib/stats-base-dists-f-cdf";
import stdGammaQuantile from "@stdlib/stats-base-dists-gamma-quantile";
import stdNormalCdf from "@stdlib/stats-base-dists-normal-cdf";
import stdTCdf from "@stdlib/stats-base-dists-t-cdf";
import stdTQuantile from "@stdlib/stats-base-dists-t-quantile";
import { normalQuantile } from "./normal-quantile.js";

export { normalQuantile } from "./normal-quantile.js";

/** Above this, the t distribution is taken by its expansion around the normal: the error, of order df⁻³, is below 1e-17. */
const LARGE_DF = 1e6;

/** P(Z ≤ x) for a standard normal. */
export function normalCdf(x: number): number {
  return stdNormalCdf(x, 0, 1);
}

/** P(T ≤ x) for Student's t; df may be fractional or Infinity; NaN unless df > 0. */
export function tCdf(x: number, df: number): number {
  return df === Infinity ? normalCdf(x) : stdTCdf(x, df);
}

/** t with P(T ≤ t) = p; df may be fractional or Infinity; NaN unless df > 0. Large df: Abramowitz & Stegun 26.7.5. */
export function tQuantile(p: number, df: number): number {
  if (!(df > LARGE_DF)) return stdTQuantile(p, df);
  const z = normalQuantile(p);
  if (!Number.isFinite(z) || df === Infinity) return z;
  const z2 = z * z;
  return z + (z * (z2 + 1)) / (4 * df) + (z * (5 * z2 * z2 + 16 * z2 + 3)) / (96 * df * df);
}

/** P(X ≤ x) for chi-squared; NaN unless df ≥ 0. */
export function chiSquaredCdf(x: number, df: number): number {
  return chiSquareCdf(x, df);
}

/** x with P(X ≤ x) = p for chi-squared. */
export function chiSquaredQuantile(p: number, df: number): number {
  return chiSquareQuantile(p, df);
}

/** P(F ≤ x) with df1 and df2 degrees of freedom; df1 finite; df2 may be Infinity: from 1e12 on, chi-squared over its df, within 1e-11. */
export function fCdf(x: number, df1: number, df2: number): number {
  return df2 > 1e12 ? chiSquareCdf(df1 * x, df1) : stdFCdf(x, df1, df2);
}

/** x in [0, 1] with P(X ≤ x) = p for a beta distribution; both shapes above 0. */
export function betaQuantile(p: number, alpha: number, beta: number): number {
  return stdBetaQuantile(p, alpha, beta);
}

/** x with P(X ≤ x) = p for a gamma distribution of scale 1; shape above 0. */
export function gammaQuantile(p: number, shape: number): number {
  return stdGammaQuantile(p, shape, 1);
}
