import type { MatchingOptions } from "./matching-shape.js";

/** Whether a method weights everybody at risk in a wave rather than making matched sets. */
export function makesWeights(method: MatchingOptions["method"]): boolean {
  return method === "ipw" || method === "entropy" || method === "cbps";
}

/** Whether a distance is a difference of scores rather than one in variables. */
export function isOnScore(distance: MatchingOptions["distance"]): boolean {
  return distance === "linear" || distance === "probability";
}
