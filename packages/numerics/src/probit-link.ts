import type { LinkRows } from "./binary-pass.js";
import { log1p } from "./math.js";
import { normalTail } from "./normal-tail.js";

/** p = Φ(η). The curvature is the observed one. */
export function probitLink({ rows, eta, y, weights, probability, slope, curvature }: LinkRows): number {
  let deviance = 0;
  for (let i = 0; i < rows; i++) {
    const side = eta[i] >= 0;
    const a = side ? eta[i] : -eta[i];
    const { upper, lnUpper, density, hazard, excess } = normalTail(a);
    // φ / Φ on the likelier side.
    const likely = density / (1 - upper);
    const weight = weights ? weights[i] : 1;
    // The outcome as seen from the likelier side.
    const hit = side ? y[i] : 1 - y[i];
    probability[i] = side ? 1 - upper : upper;
    const towards = weight * (hit * likely - (1 - hit) * hazard);
    slope[i] = side ? towards : -towards;
    curvature[i] = weight * (hit * likely * (likely + a) + (1 - hit) * hazard * excess);
    deviance -= 2 * weight * (hit * log1p(-upper) + (1 - hit) * lnUpper);
  }
  return deviance;
}

/** Expected curvature of a row of weight 1, φ² / (Φ (1 − Φ)). */
export function probitInformation(eta: number): number {
  const { upper, density, hazard } = normalTail(Math.abs(eta));
  return (density / (1 - upper)) * hazard;
}
