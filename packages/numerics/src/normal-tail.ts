import { normalCdf } from "./distributions.js";
import { exp } from "./exp.js";
import { ln } from "./math.js";

export interface NormalTail {
  /** 1 − Φ(a). */
  readonly upper: number;
  /** ln(1 − Φ(a)), finite however far out. */
  readonly lnUpper: number;
  /** φ(a). */
  readonly density: number;
  /** φ(a) / (1 − Φ(a)), the hazard or inverse Mills ratio. */
  readonly hazard: number;
  /** hazard − a, without cancellation. */
  readonly excess: number;
}

const ROOT_2PI = 2.5066282746310002;
const LN_ROOT_2PI = 0.9189385332046728;

/** From here on the continued fraction with `TERMS` terms is exact to rounding. */
const FAR = 5;
const TERMS = 60;

/** The upper tail of the normal distribution at a ≥ 0. Far out by Laplace's continued fraction (Abramowitz & Stegun 26.2.14). */
export function normalTail(a: number): NormalTail {
  const density = exp(-0.5 * a * a) / ROOT_2PI;
  if (a < FAR) {
    const upper = normalCdf(-a);
    const hazard = density / upper;
    return { upper, lnUpper: ln(upper), density, hazard, excess: hazard - a };
  }
  let below = a;
  for (let j = TERMS; j >= 2; j--) below = a + j / below;
  const excess = 1 / below;
  const hazard = a + excess;
  return { upper: density / hazard, lnUpper: -0.5 * a * a - LN_ROOT_2PI - ln(hazard), density, hazard, excess };
}
