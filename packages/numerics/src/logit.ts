import { fail } from "@kontrafakt/base";
import { checkDesign, type Design } from "./check-design.js";
import { solvePositive } from "./cholesky.js";
import { type LogitState, logitPass } from "./logit-pass.js";
import { messages } from "./messages.js";
import { separatedColumns } from "./separated-columns.js";
import { solveTriangle, triangle } from "./triangle.js";

export interface LogitInput extends Design {
  /** A column is dropped when earlier columns leave at most this share of its norm. Default 1e-7. */
  readonly tolerance?: number;
  /** Newton steps at most; default 50. */
  readonly maxIterations?: number;
}

export interface Logit {
  /** k values, 0 where dropped. */
  readonly coefficients: Float64Array;
  /** Indices of dropped columns, ascending. */
  readonly dropped: number[];
  /** Xb, n values. */
  readonly linear: Float64Array;
  /** 1 / (1 + e^−Xb), n values. */
  readonly probability: Float64Array;
  /** (X'WX)⁻¹ with W = w p (1 − p): the covariance of the coefficients under the model. Rows and columns of dropped columns are 0. */
  readonly inverse: Float64Array;
  /** −2 log likelihood. */
  readonly deviance: number;
  /** False when the maximum was not found within the iterations, or does not exist (separation). */
  readonly converged: boolean;
  readonly iterations: number;
  /** Columns along which the likelihood grows without end, so that their coefficients mean nothing; empty when all is well. */
  readonly separated: number[];
}

/** The next Newton step promises less than this share of the deviance: what is left of the coefficients' error is about its square. */
const ENOUGH = 1e-14;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares) from 0, a step halved while the deviance grows.
 * y lies in [0, 1]. Goes on to machine precision; R's glm stops at a relative change of 1e-8 in deviance, which leaves
 * its probabilities up to about 1e-8 from the maximum.
 */
export function logit(input: LogitInput): Logit {
  checkDesign(input);
  const { x, y, weights, n, k, tolerance = 1e-7, maxIterations = 50 } = input;
  for (let i = 0; i < n; i++) if (!(y[i] >= 0 && y[i] <= 1)) fail("numerics/outcome", {}, { index: i }, messages);

  const { dropped } = solveTriangle(triangle(x, y, weights, n, k), k, tolerance);
  const kept: number[] = [];
  for (let j = 0; j < k; j++) if (!dropped.includes(j)) kept.push(j);

  const linear = new Float64Array(n);
  const probability = new Float64Array(n);
  const coefficients = new Float64Array(k);
  const step = new Float64Array(k);
  let state = logitPass(input, kept, coefficients, linear, probability);
  let iterations = 0;
  let done = kept.length === 0;
  while (!done && iterations < maxIterations) {
    const newton = newtonStep(state, kept.length);
    if (!newton) break;
    iterations++;
    for (let a = 0; a < kept.length; a++) step[kept[a]] = newton.step[a];
    const before = state.deviance;
    add(coefficients, step);
    state = logitPass(input, kept, coefficients, linear, probability);
    for (let halvings = 0; grown(state.deviance, before) && halvings < 30; halvings++) {
      for (let j = 0; j < k; j++) {
        step[j] /= 2;
        coefficients[j] -= step[j];
      }
      state = logitPass(input, kept, coefficients, linear, probability);
    }
    done = newton.decrement <= ENOUGH * (state.deviance + 0.1);
  }
  const separated = separatedColumns(input, step, probability);
  const curvature = new Float64Array(n);
  for (let i = 0; i < n; i++) curvature[i] = (weights ? weights[i] : 1) * probability[i] * (1 - probability[i]);
  const information = solveTriangle(triangle(x, new Float64Array(n), curvature, n, k), k, 0, dropped);
  return {
    coefficients,
    dropped,
    linear,
    probability,
    inverse: information.inverse,
    deviance: state.deviance,
    converged: done && separated.length === 0,
    iterations,
    separated,
  };
}

/** Whether a deviance grew by more than the rounding of a long sum. */
function grown(now: number, before: number): boolean {
  return !(now <= before + 1e-10 * (before + 0.1));
}

function add(to: Float64Array, step: Float64Array): void {
  for (let j = 0; j < to.length; j++) to[j] += step[j];
}

/** Solves information × step = score after scaling the diagonal to 1; null where the information is numerically singular. */
function newtonStep({ score, information }: LogitState, m: number): { step: Float64Array; decrement: number } | null {
  const scale = new Float64Array(m);
  for (let a = 0; a < m; a++) scale[a] = 1 / Math.sqrt(information[a * m + a]);
  const scaled = information.map((value, c) => value * scale[Math.floor(c / m)] * scale[c % m]);
  const solved = solvePositive(
    scaled,
    score.map((value, a) => value * scale[a]),
    m,
  );
  if (!solved) return null;
  const step = solved.map((value, a) => value * scale[a]);
  let decrement = 0;
  for (let a = 0; a < m; a++) decrement += step[a] * score[a];
  return { step, decrement };
}
