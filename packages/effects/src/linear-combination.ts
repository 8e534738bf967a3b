import { fail } from "@kontrafakt/base";
import { degreesOfFreedom } from "./degrees-of-freedom.js";
import type { Effects } from "./effects-value.js";
import { messages } from "./messages.js";

/** An estimate with its own standard error and degrees of freedom. */
export interface Combination {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
}

/** c'θ with its own standard error and Satterthwaite degrees of freedom. `c` has one value a term; terms with weight 0 are not looked at. */
export function linearCombination(effects: Effects, c: Float64Array): Combination {
  const K = effects.terms.length;
  if (c.length !== K) fail("effects/length", {}, { what: "a combination", given: c.length, needed: K }, messages);
  let estimate = 0;
  let variance = 0;
  for (let j = 0; j < K; j++) {
    if (c[j] === 0) continue;
    estimate += c[j] * effects.estimate[j];
    for (let k = 0; k < K; k++) if (c[k] !== 0) variance += c[j] * c[k] * effects.covariance[j * K + k];
  }
  return { estimate, se: Math.sqrt(Math.max(0, variance)), df: degreesOfFreedom(effects, c) };
}
