import { type BinaryFit, type BinaryInput, climbBinary, others } from "./binary-fit.js";
import { informationInverse } from "./information-inverse.js";
import { logitLink } from "./logit-link.js";
import { separatedColumns } from "./separated-columns.js";

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares), a step halved while the deviance grows.
 * y lies in [0, 1]. Goes on to machine precision; R's glm stops at a relative change of 1e-8 in deviance, which leaves
 * its probabilities up to about 1e-8 from the maximum.
 */
export function logit(input: BinaryInput): BinaryFit {
  const { kept, climb } = climbBinary(logitLink, 1 / 4, input);
  const { coefficients, linear, probability, state, step, iterations, done } = climb;
  const { x, weights, n, k } = input;
  const separated = separatedColumns(input, step, probability);
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
    converged: done && separated.length === 0,
    iterations,
    separated,
  };
}
