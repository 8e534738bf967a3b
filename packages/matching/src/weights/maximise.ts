import { leastSquares, newtonStep } from "@kontrafakt/numerics";
import type { RowLoss } from "./row-loss.js";
import { linearIndex, type ScoreState, scoreState } from "./score-state.js";

export interface MaximiseInput {
  /** n × k, row-major. */
  readonly x: Float64Array;
  readonly n: number;
  readonly k: number;
  /** Columns with a coefficient. */
  readonly kept: readonly number[];
  readonly loss: RowLoss;
  /** k values; 0 when left out. */
  readonly start?: Float64Array;
  readonly maxIterations: number;
}

export interface Maximum {
  /** k values, 0 where not kept. */
  readonly coefficients: Float64Array;
  readonly linear: Float64Array;
  /** F′ and −F″ of each row at the maximum. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Score and information over kept columns at the maximum. */
  readonly state: ScoreState;
  readonly converged: boolean;
  readonly iterations: number;
  /** The last Newton step over all k columns: where no maximum exists, the direction in which the sum grows without end. */
  readonly step: Float64Array;
}

/** Every sum of the score is at most this share of the size of its terms. */
const FLAT = 1e-10;
/**
 * The last Newton step moves no row's index farther: what is left is about its square. Where the maximum is an edge at infinity, every step
 * moves some row by about 1, however small the score.
 */
const STILL = 1e-6;
/** So many steps that move rows though the score is flat are steps towards an edge: before rounding can hide it. */
const PATIENCE = 5;

/**
 * Maximum of a concave sum of rows' losses by Newton's method, a step halved while the sum falls, and after each step moved along the
 * constant to where the sum is largest (for exponential tilting this is Newton on the logarithm of the sum of exponentials, which cannot overflow).
 */
export function maximise({ x, n, k, kept, loss, start, maxIterations }: MaximiseInput): Maximum {
  const m = kept.length;
  const coefficients = start ? start.slice() : new Float64Array(k);
  const constant = loss.centre ? constantDirection(x, n, k, kept) : undefined;
  const linear = new Float64Array(n);
  const first = new Float64Array(n);
  const second = new Float64Array(n);
  const step = new Float64Array(k);
  const value = (): number => {
    linearIndex(x, n, k, coefficients, linear);
    if (constant && loss.centre) {
      const c = loss.centre(linear);
      for (let j = 0; j < k; j++) coefficients[j] += c * constant[j];
      for (let i = 0; i < n; i++) linear[i] += c;
    }
    return loss.fill(linear, first, second);
  };
  let best = value();
  let state = scoreState(x, n, k, kept, first, second);
  let iterations = 0;
  let restless = 0;
  let converged = m === 0;
  const moved = new Float64Array(n);
  while (!converged && iterations < maxIterations) {
    const newton = newtonStep(state.score, state.information, m);
    if (!newton) break;
    iterations++;
    for (let a = 0; a < m; a++) step[kept[a]] = newton.step[a];
    const before = coefficients.slice();
    let share = 1;
    let next = Number.NEGATIVE_INFINITY;
    for (let halvings = 0; halvings <= 40; halvings++, share /= 2) {
      for (let j = 0; j < k; j++) coefficients[j] = before[j] + share * step[j];
      next = value();
      if (next >= best - 1e-12 * Math.abs(best)) break;
    }
    best = next;
    state = scoreState(x, n, k, kept, first, second);
    if (share === 1 && flat(state)) {
      linearIndex(x, n, k, step, moved);
      converged = moved.every((by) => Math.abs(by) <= STILL);
      if (!converged && ++restless > PATIENCE) break;
    }
  }
  return { coefficients, linear, first, second, state, converged, iterations, step };
}

function flat({ score, size }: ScoreState): boolean {
  return score.every((s, a) => Math.abs(s) <= FLAT * size[a]);
}

/** b over kept columns with X b = 1, if there is one: the first of them that sum to 1 (an intercept, or one for each group), else by least squares. */
function constantDirection(x: Float64Array, n: number, k: number, kept: readonly number[]): Float64Array | undefined {
  const sums = new Float64Array(n);
  for (const [a, j] of kept.entries()) {
    let ones = true;
    for (let i = 0; i < n; i++) {
      sums[i] += x[i * k + j];
      ones &&= sums[i] === 1;
    }
    if (ones) {
      const direction = new Float64Array(k);
      for (const l of kept.slice(0, a + 1)) direction[l] = 1;
      return direction;
    }
    if (sums.some((v) => v !== 0 && v !== 1)) break;
  }
  const { coefficients, residuals } = leastSquares({ x, y: new Float64Array(n).fill(1), n, k });
  const outside = coefficients.some((b, j) => b !== 0 && !kept.includes(j));
  return !outside && residuals.every((e) => Math.abs(e) < 1e-9) ? coefficients : undefined;
}
