import { combine } from "./combine.js";
import type { Effects } from "./effects-value.js";
import { totalWeights, wholeTerm } from "./total.js";

/** Mean effect per treated person-period from the start on: `total` divided by Σ n_gt. */
export function mean(effects: Effects, outcome: string): Effects {
  const weights = totalWeights(effects, outcome);
  const all = weights.reduce((a, b) => a + b, 0);
  return combine(
    effects,
    weights.map((w) => w / all),
    [wholeTerm(effects, outcome, "simple")],
  );
}
