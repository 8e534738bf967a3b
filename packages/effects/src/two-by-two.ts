import { type BinaryFit, type LeastSquares, leastSquares, logit } from "@kontrafakt/numerics";

/** Treated and controls of one comparison, the same for every period it is used in. */
export interface TwoGroups {
  readonly n: number;
  /** Units of the panel. */
  readonly unit: Int32Array;
  /** 1 treated, 0 control. */
  readonly d: Uint8Array;
  /** Sampling weights of mean 1. */
  readonly w: Float64Array;
  /** n × k with a leading constant. */
  readonly x: Float64Array;
  readonly k: number;
}

export type Method = "dr" | "reg" | "ipw";

/** What can be fitted before outcomes are seen: propensity (ipw, dr) and the factor of the controls' regression (reg, dr). */
export interface Prepared {
  readonly groups: TwoGroups;
  readonly propensity?: BinaryFit;
  /** (X'WX)⁻¹ of the controls. */
  readonly regression?: LeastSquares;
}

export function prepareTwoByTwo(groups: TwoGroups, method: Method): Prepared {
  const { n, d, w, x, k } = groups;
  const y = Float64Array.from(d);
  const propensity = method === "reg" || k === 1 ? undefined : logit({ x, y, weights: w, n, k });
  const weights = w.map((v, i) => (d[i] === 1 ? 0 : v));
  const regression = method === "ipw" || k === 1 ? undefined : leastSquares({ x, y: new Float64Array(n), weights, n, k });
  return { groups, propensity, regression };
}

const TRIM = 0.995;
const CAP = 1 - 1e-6;

/**
 * Difference-in-differences of two groups and its influence function ψ (mean 0; variance of the estimate Σψ²/n²).
 * Source: Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003: outcome regression (2.2), Hajek-type weighting (3.1 with normalised
 * weights) and the traditional doubly robust estimator. Control propensities from 0.995 are trimmed.
 * @param delta change of each unit of the groups
 */
export function twoByTwo(prepared: Prepared, delta: Float64Array): { att: number; psi: Float64Array } {
  const { groups, propensity, regression } = prepared;
  const { n, d, w, x, k } = groups;
  const w1 = new Float64Array(n);
  const w0 = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (d[i] === 1) w1[i] = w[i];
    else if (!propensity) w0[i] = w[i];
    else if (propensity.probability[i] < TRIM) {
      const p = Math.min(propensity.probability[i], CAP);
      w0[i] = (w[i] * p) / (1 - p);
    }
  }
  // Without covariates every method is the difference of weighted means.
  const residual = delta.slice();
  if (regression) {
    const beta = refined(groups, regression, delta);
    for (let i = 0; i < n; i++) for (let j = 0; j < k; j++) residual[i] -= x[i * k + j] * beta[j];
  }
  // Outcome regression averages predictions over the treated, so it has no control mean of its own.
  const regressionOnly = regression !== undefined && propensity === undefined;
  const s1 = total(w1);
  const s0 = regressionOnly ? s1 : total(w0);
  const eta1 = dot(w1, residual) / s1;
  const eta0 = regressionOnly ? 0 : dot(w0, residual) / s0;
  const psi = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    psi[i] = (n * w1[i] * (residual[i] - eta1)) / s1;
    if (!regressionOnly) psi[i] -= (n * w0[i] * (residual[i] - eta0)) / s0;
  }
  if (propensity) {
    const moment = momentOf(
      x,
      w0.map((v, i) => v * (residual[i] - eta0)),
      n,
      k,
    );
    const direction = multiply(propensity.inverse, moment, k);
    for (let i = 0; i < n; i++) {
      const score = w[i] * (d[i] - propensity.probability[i]);
      psi[i] -= (n * score * rowDot(x, i, k, direction)) / s0;
    }
  }
  if (regression) {
    const moment = momentOf(
      x,
      w1.map((v, i) => v / s1 - (regressionOnly ? 0 : w0[i] / s0)),
      n,
      k,
    );
    const direction = multiply(regression.inverse, moment, k);
    for (let i = 0; i < n; i++) {
      if (d[i] === 0) psi[i] -= n * w[i] * residual[i] * rowDot(x, i, k, direction);
    }
  }
  return { att: eta1 - eta0, psi };
}

/** Coefficients from the factor of an earlier regression, with one step of iterative refinement. */
function refined({ n, d, w, x, k }: TwoGroups, { inverse }: LeastSquares, y: Float64Array): Float64Array {
  const beta = new Float64Array(k);
  for (let step = 0; step < 2; step++) {
    const score = new Float64Array(n);
    for (let i = 0; i < n; i++) if (d[i] === 0) score[i] = w[i] * (y[i] - rowDot(x, i, k, beta));
    multiply(inverse, momentOf(x, score, n, k), k).forEach((v, j) => {
      beta[j] += v;
    });
  }
  return beta;
}

function momentOf(x: Float64Array, v: Float64Array, n: number, k: number): Float64Array {
  const out = new Float64Array(k);
  for (let i = 0; i < n; i++) if (v[i] !== 0) for (let j = 0; j < k; j++) out[j] += v[i] * x[i * k + j];
  return out;
}

function multiply(a: Float64Array, v: Float64Array, k: number): Float64Array {
  const out = new Float64Array(k);
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) out[i] += a[i * k + j] * v[j];
  return out;
}

function rowDot(x: Float64Array, i: number, k: number, v: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < k; j++) sum += x[i * k + j] * v[j];
  return sum;
}

function total(v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += v[i];
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
