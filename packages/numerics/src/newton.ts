import { binaryPass, type Link, type PassState } from "./binary-pass.js";
import type { Design } from "./check-design.js";
import { solvePositive } from "./cholesky.js";

export interface Climb {
  /** k values, 0 where not kept. */
  readonly coefficients: Float64Array;
  readonly linear: Float64Array;
  readonly probability: Float64Array;
  /** At the coefficients. */
  readonly state: PassState;
  /** The last step, k values. */
  readonly step: Float64Array;
  readonly iterations: number;
  readonly done: boolean;
}

/**
 * Newton's method on the log likelihood of a concave model of a 0/1 outcome, a step halved while the deviance grows. Stops once a step
 * promised less than the share `enough` of the deviance: what is left of the coefficients' error is then about its square.
 * @param accepts looks at the first pass; null where it does not accept
 */
export function newton(
  link: Link,
  design: Design,
  kept: readonly number[],
  start: Float64Array,
  enough: number,
  maxIterations: number,
  accepts?: (first: PassState) => boolean,
): Climb | null {
  const { n, k } = design;
  const linear = new Float64Array(n);
  const probability = new Float64Array(n);
  const coefficients = start.slice();
  const step = new Float64Array(k);
  const pass = (): PassState => binaryPass(link, design, kept, coefficients, linear, probability);
  let state = pass();
  if (accepts && !accepts(state)) return null;
  let iterations = 0;
  let done = kept.length === 0;
  while (!done && iterations < maxIterations) {
    const found = newtonStep(state.score, state.information, kept.length);
    if (!found) break;
    iterations++;
    for (let a = 0; a < kept.length; a++) step[kept[a]] = found.step[a];
    const before = state.deviance;
    for (let j = 0; j < k; j++) coefficients[j] += step[j];
    state = pass();
    for (let halvings = 0; grown(state.deviance, before) && halvings < 30; halvings++) {
      for (let j = 0; j < k; j++) {
        step[j] /= 2;
        coefficients[j] -= step[j];
      }
      state = pass();
    }
    done = found.decrement <= enough * (state.deviance + 0.1);
  }
  return { coefficients, linear, probability, state, step, iterations, done };
}

/** Whether a deviance grew by more than the rounding of a long sum. */
export function grown(now: number, before: number): boolean {
  return !(now <= before + 1e-10 * (Math.abs(before) + 0.1));
}

/**
 * Solves information × step = score after scaling the diagonal to 1; null where the information is numerically singular.
 * @param score m values
 * @param information m × m, its lower triangle is read
 * @returns the step, m values, and what the square of it is worth: step'score, twice what a quadratic would gain
 */
export function newtonStep(
  score: Float64Array,
  information: Float64Array,
  m: number,
): { step: Float64Array; decrement: number } | null {
  const scale = Float64Array.from({ length: m }, (_, a) => 1 / Math.sqrt(information[a * m + a]));
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
