import { type BinaryFit, type BinaryInput, climbBinary, others } from "./binary-fit.js";
import { gram } from "./cross-product.js";
import { informationInverse } from "./information-inverse.js";
import { probitInformation, probitLink } from "./probit-link.js";
import { separatedColumns } from "./separated-columns.js";

/** Under separation a Newton step moves the farthest linear predictors by about one over themselves, and ends near 9. */
const MOVES = 0.05;

/**
 * Probit regression, p = Φ(Xb), by Newton's method with the observed information (the log likelihood is concave: Pratt 1981), to machine
 * precision. `inverse` is of the expected information, as in R's glm. y lies in [0, 1].
 */
export function probit(input: BinaryInput): BinaryFit {
  const { kept, climb } = climbBinary(probitLink, 1, input);
  const { coefficients, linear, probability, state, step, iterations, done } = climb;
  const { x, weights, n, k } = input;
  const separated = separatedColumns(input, step, probability, MOVES);
  const expected = linear.map((eta, i) => (weights ? weights[i] : 1) * probitInformation(eta));
  return {
    coefficients,
    dropped: others(kept, k),
    linear,
    probability,
    inverse: informationInverse(x, n, k, kept, gram(x, expected, n, k, kept), () => expected),
    deviance: state.deviance,
    converged: done && separated.length === 0,
    iterations,
    separated,
  };
}
