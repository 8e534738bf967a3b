import type { MatchingOptions } from "../options/matching-options.js";
import type { Method } from "./method.js";
import { nearestWithinWaves } from "./nearest-within-waves.js";
import { strataWithinWaves } from "./strata-within-waves.js";
import { weightsOverWaves } from "./weights-over-waves.js";

/** The method of each name. */
export const methods: Readonly<Record<MatchingOptions["method"], Method>> = {
  nearest: nearestWithinWaves,
  exact: strataWithinWaves,
  coarsened: strataWithinWaves,
  ipw: weightsOverWaves,
  entropy: weightsOverWaves,
  cbps: weightsOverWaves,
};
