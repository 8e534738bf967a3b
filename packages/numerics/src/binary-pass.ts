import type { Design } from "./check-design.js";
import { addProduct, addSquare, padded, ROWS, unpadded } from "./cross-product.js";

/** A stretch of rows on its way through a link function. */
export interface LinkRows {
  readonly rows: number;
  readonly eta: Float64Array;
  readonly y: Float64Array;
  readonly weights?: Float64Array;
  /** To fill: the fitted probability. */
  readonly probability: Float64Array;
  /** To fill: derivative of the log likelihood by the linear predictor. */
  readonly slope: Float64Array;
  /** To fill: its second derivative, sign turned; never negative. */
  readonly curvature: Float64Array;
}

/** Fills probability, slope and curvature and returns −2 log likelihood. */
export type Link = (rows: LinkRows) => number;

export interface PassState {
  /** −2 log likelihood. */
  readonly deviance: number;
  /** X' slope over kept columns. */
  readonly score: Float64Array;
  /** X'CX with C the curvatures, over kept columns, lower triangle, m × m. */
  readonly information: Float64Array;
}

/**
 * One pass of a model of a 0/1 outcome over the rows at given coefficients; fills `linear` and `probability`.
 * Works on blocks of rows turned into columns: the sums then run along memory.
 */
export function binaryPass(
  link: Link,
  { x, y, weights, n, k }: Design,
  kept: readonly number[],
  coefficients: Float64Array,
  linear: Float64Array,
  probability: Float64Array,
): PassState {
  const m = padded(kept.length);
  const score = new Float64Array(m);
  const information = new Float64Array(m * m);
  const block = new Float64Array(m * ROWS);
  const slope = new Float64Array(ROWS);
  const curvature = new Float64Array(ROWS);
  let deviance = 0;
  for (let start = 0; start < n; start += ROWS) {
    const rows = Math.min(ROWS, n - start);
    const end = start + rows;
    const eta = linear.subarray(start, end).fill(0);
    loadAndPredict(x, k, kept, coefficients, start, rows, block, eta);
    deviance += link({
      rows,
      eta,
      y: y.subarray(start, end),
      weights: weights?.subarray(start, end),
      probability: probability.subarray(start, end),
      slope,
      curvature,
    });
    addProduct(block, slope, m, rows, score);
    addSquare(block, curvature, m, rows, information);
  }
  return { deviance, score: score.slice(0, kept.length), information: unpadded(information, kept.length) };
}

/** Loads a block, two columns at once, and adds its linear predictors to `eta`; every row's in the same order of columns. */
function loadAndPredict(
  x: Float64Array,
  k: number,
  kept: readonly number[],
  coefficients: Float64Array,
  start: number,
  rows: number,
  block: Float64Array,
  eta: Float64Array,
): void {
  let a = 0;
  for (; a + 1 < kept.length; a += 2) {
    const first = coefficients[kept[a]];
    const second = coefficients[kept[a + 1]];
    const apart = kept[a + 1] - kept[a];
    for (let i = 0, from = start * k + kept[a], to = a * ROWS; i < rows; i++, from += k, to++) {
      const u = x[from];
      const v = x[from + apart];
      block[to] = u;
      block[to + ROWS] = v;
      eta[i] += first * u + second * v;
    }
  }
  if (a === kept.length) return;
  const last = coefficients[kept[a]];
  for (let i = 0, from = start * k + kept[a], to = a * ROWS; i < rows; i++, from += k, to++) {
    block[to] = x[from];
    eta[i] += last * x[from];
  }
}
