import { type BinaryFit, type BinaryInput, ENOUGH, others, prepareBinary } from "./binary-fit.js";
import { binaryPass } from "./binary-pass.js";
import { cholesky } from "./cholesky.js";
import { hatPass } from "./hat-pass.js";
import { informationInverse } from "./information-inverse.js";
import { logitLink } from "./logit-link.js";
import { ln } from "./math.js";
import { grown, newtonStep } from "./newton.js";
import { dot } from "./sum.js";

export interface FirthLogit extends BinaryFit {
  /** −2 log of the penalised likelihood, `deviance` less ln |X'WX|: what is at its minimum. */
  readonly penalised: number;
}

/**
 * Logistic regression by Firth's penalised likelihood, L(b) |X'WX|^½: bias of order 1/n is gone, and a maximum exists under separation too.
 * Newton's method on the data with each row's hat value added as half a success and half a failure, a step halved while the penalised
 * likelihood falls. Weights count as repeated rows. Sources: Firth 1993, doi:10.1093/biomet/80.1.27; Heinze & Schemper 2002,
 * doi:10.1002/sim.1047. `separated` is always empty. Convergence is linear, and slow where a column separates: from step `PLAIN` on the steps are
 * those of a limited-memory BFGS with that Newton matrix at its start (Nocedal & Wright 2006, alg. 7.4). 200 steps at most unless told.
 */
export function firthLogit(input: BinaryInput): FirthLogit {
  const kept = prepareBinary(input);
  const { x, weights, n, k, maxIterations = 200 } = input;
  const linear = new Float64Array(n);
  const probability = new Float64Array(n);
  const coefficients = new Float64Array(k);
  const step = new Float64Array(k);
  const look = (): State => {
    const pass = binaryPass(logitLink, input, kept, coefficients, linear, probability);
    const root = scaledRoot(pass.information, kept.length);
    return { ...pass, root, penalised: root ? pass.deviance - root.lnDeterminant : Number.POSITIVE_INFINITY };
  };
  let state = look();
  let iterations = 0;
  let done = kept.length === 0;
  const pairs: SecantPair[] = [];
  let earlier: Float64Array | undefined;
  while (!done && iterations < maxIterations && state.root) {
    const adjusted = hatPass(input, kept, state.root.inverse, probability);
    if (earlier) {
      const past = earlier;
      remember(
        pairs,
        Float64Array.from(kept, (j) => step[j]),
        adjusted.score.map((g, a) => past[a] - g),
      );
    }
    earlier = adjusted.score;
    const found = secantStep(adjusted.score, adjusted.information, iterations < PLAIN ? [] : pairs);
    if (!found) break;
    iterations++;
    for (let a = 0; a < kept.length; a++) step[kept[a]] = found.step[a];
    const before = state.penalised;
    for (let j = 0; j < k; j++) coefficients[j] += step[j];
    state = look();
    for (let halvings = 0; grown(state.penalised, before) && halvings < 30; halvings++) {
      for (let j = 0; j < k; j++) {
        step[j] /= 2;
        coefficients[j] -= step[j];
      }
      state = look();
    }
    // Linear convergence: the step itself, not its square, must be down to rounding.
    done = found.decrement <= 1e-10 * ENOUGH * (state.deviance + 0.1);
  }
  const inverse = informationInverse(x, n, k, kept, state.information, () =>
    probability.map((p, i) => (weights ? weights[i] : 1) * p * (1 - p)),
  );
  return {
    coefficients,
    dropped: others(kept, k),
    linear,
    probability,
    inverse,
    deviance: state.deviance,
    penalised: state.penalised,
    converged: done,
    iterations,
    separated: [],
  };
}

/** So many steps are taken without help from those before. */
const PLAIN = 20;
/** Steps that are remembered. */
const MEMORY = 8;

interface SecantPair {
  readonly step: Float64Array;
  /** By how much the score fell along it. */
  readonly fall: Float64Array;
  readonly product: number;
}

function remember(pairs: SecantPair[], step: Float64Array, fall: Float64Array): void {
  const product = dot(step, fall);
  if (!(product > 0)) return;
  pairs.push({ step, fall, product });
  if (pairs.length > MEMORY) pairs.shift();
}

/** The Newton step, bent by what earlier steps did to the score; the Newton step itself without any, or where that leads downhill. */
function secantStep(
  score: Float64Array,
  information: Float64Array,
  pairs: readonly SecantPair[],
): { step: Float64Array; decrement: number } | null {
  const rest = score.slice();
  const shares = new Float64Array(pairs.length);
  for (let i = pairs.length - 1; i >= 0; i--) {
    shares[i] = dot(pairs[i].step, rest) / pairs[i].product;
    for (let a = 0; a < rest.length; a++) rest[a] -= shares[i] * pairs[i].fall[a];
  }
  const found = newtonStep(rest, information, score.length);
  if (!found || pairs.length === 0) return found;
  const { step } = found;
  pairs.forEach((pair, i) => {
    const back = shares[i] - dot(pair.fall, step) / pair.product;
    for (let a = 0; a < step.length; a++) step[a] += back * pair.step[a];
  });
  const decrement = dot(step, score);
  return decrement > 0 ? { step, decrement } : newtonStep(score, information, score.length);
}

interface State {
  readonly deviance: number;
  readonly information: Float64Array;
  readonly penalised: number;
  readonly root: Root | null;
}

interface Root {
  /** Inverse of the lower Cholesky factor of the information, m × m. */
  readonly inverse: Float64Array;
  readonly lnDeterminant: number;
}

/** Cholesky of the information at a diagonal of 1, its inverse scaled back; null where numerically singular. */
function scaledRoot(information: Float64Array, m: number): Root | null {
  const scale = Float64Array.from({ length: m }, (_, a) => 1 / Math.sqrt(information[a * m + a]));
  const factor = cholesky(
    information.map((value, c) => value * scale[Math.floor(c / m)] * scale[c % m]),
    m,
  );
  if (!factor) return null;
  let lnDeterminant = 0;
  const inverse = new Float64Array(m * m);
  for (let a = 0; a < m; a++) {
    lnDeterminant += 2 * ln(factor[a * m + a] / scale[a]);
    inverse[a * m + a] = 1 / factor[a * m + a];
    for (let b = 0; b < a; b++) {
      let value = 0;
      for (let c = b; c < a; c++) value -= factor[a * m + c] * inverse[c * m + b];
      inverse[a * m + b] = value / factor[a * m + a];
    }
  }
  for (let a = 0; a < m; a++) for (let b = 0; b <= a; b++) inverse[a * m + b] *= scale[b];
  return { inverse, lnDeterminant };
}
