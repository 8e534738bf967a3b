import type { LinkRows } from "./binary-pass.js";
import { exp } from "./exp.js";
import { ln, log1p } from "./math.js";

/** p = 1 / (1 + e^−η). */
export function logitLink({ rows, eta, y, weights, probability, slope, curvature }: LinkRows): number {
  let deviance = 0;
  // The product of as many factors of at most 2 as a block has rows stays finite.
  let factors = 1;
  for (let i = 0; i < rows; i++) {
    const e = eta[i];
    const tail = exp(e >= 0 ? -e : e);
    const near = 1 / (1 + tail);
    const far = tail * near;
    const outcome = y[i];
    const weight = weights ? weights[i] : 1;
    probability[i] = e >= 0 ? near : far;
    // y − p without cancellation where p is close to 0 or 1.
    slope[i] = weight * (e >= 0 ? outcome - 1 + far : outcome - far);
    curvature[i] = weight * near * far;
    deviance += 2 * weight * (e >= 0 ? (1 - outcome) * e : -outcome * e);
    if (weights) deviance += 2 * weight * log1p(tail);
    else if (tail < 1e-3) deviance += 2 * smallLog1p(tail);
    else factors *= 1 + tail;
  }
  return deviance + 2 * ln(factors);
}

/** ln(1 + t) for 0 ≤ t < 1e-3: the seventh term of the series is below 2e-19 of the sum. */
function smallLog1p(t: number): number {
  return t * (1 - t * (1 / 2 - t * (1 / 3 - t * (1 / 4 - t * (1 / 5 - t / 6)))));
}
