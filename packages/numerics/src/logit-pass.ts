import type { Design } from "./check-design.js";
import { exp, ln, log1p } from "./math.js";
import { product } from "./product.js";

/** Rows at once in the cache; the product of as many factors of at most 2 stays finite. */
const ROWS = 256;

export interface LogitState {
  /** −2 log likelihood. */
  readonly deviance: number;
  /** X'W(y − p) over kept columns. */
  readonly score: Float64Array;
  /** X'WX with W = w p (1 − p) over kept columns, lower triangle, m × m. */
  readonly information: Float64Array;
}

/**
 * One pass of a logit over the rows at given coefficients; fills `linear` and `probability`.
 * Works on blocks of rows turned into columns: the sums then run along memory.
 */
export function logitPass(
  { x, y, weights, n, k }: Design,
  kept: readonly number[],
  coefficients: Float64Array,
  linear: Float64Array,
  probability: Float64Array,
): LogitState {
  const m = kept.length;
  const score = new Float64Array(m);
  const information = new Float64Array(m * m);
  const block = new Float64Array(m * ROWS);
  const residual = new Float64Array(ROWS);
  const curvature = new Float64Array(ROWS);
  const scaled = new Float64Array(ROWS);
  let deviance = 0;
  for (let start = 0; start < n; start += ROWS) {
    const rows = Math.min(ROWS, n - start);
    const eta = linear.subarray(start, start + rows).fill(0);
    for (let a = 0; a < m; a++) {
      const coefficient = coefficients[kept[a]];
      for (let i = 0, from = start * k + kept[a], to = a * ROWS; i < rows; i++, from += k, to++) {
        block[to] = x[from];
        eta[i] += coefficient * x[from];
      }
    }
    let factors = 1;
    for (let i = 0; i < rows; i++) {
      const e = eta[i];
      const tail = exp(-Math.abs(e));
      const near = 1 / (1 + tail);
      const far = tail * near;
      const outcome = y[start + i];
      const weight = weights ? weights[start + i] : 1;
      probability[start + i] = e >= 0 ? near : far;
      // y − p without cancellation where p is close to 0 or 1.
      residual[i] = weight * (e >= 0 ? outcome - 1 + far : outcome - far);
      curvature[i] = weight * near * far;
      deviance += 2 * weight * (e >= 0 ? (1 - outcome) * e : -outcome * e);
      if (weights) deviance += 2 * weight * log1p(tail);
      else if (tail < 1e-3) deviance += 2 * log1p(tail);
      else factors *= 1 + tail;
    }
    deviance += 2 * ln(factors);
    for (let a = 0; a < m; a++) {
      score[a] += product(residual, 0, block, a * ROWS, rows);
      for (let i = 0; i < rows; i++) scaled[i] = curvature[i] * block[a * ROWS + i];
      for (let b = 0; b <= a; b++) information[a * m + b] += product(scaled, 0, block, b * ROWS, rows);
    }
  }
  return { deviance, score, information };
}
