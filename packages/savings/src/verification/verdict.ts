import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { VerdictCode } from "../savings-value.js";

/**
 * The verdict on a claim C > 0 from the 95% band [L, U] of the evaluated saving. Exactly one rule holds for every L ≤ U.
 *
 * @param observed whether every year of the claim lies within the observed window
 * @throws `savings/claim-not-positive`, `savings/band-not-a-band`
 */
export function verdict(lower: number, upper: number, claim: number, observed: boolean): VerdictCode {
  if (!(claim > 0 && claim < Infinity)) fail("savings/claim-not-positive", { option: "savings.claim" }, { claim }, messages);
  if (!observed) return "too-early";
  if (!(lower <= upper)) fail("savings/band-not-a-band", {}, { lower, upper }, messages);
  if (lower >= claim) return "reached";
  if (upper < 0) return "extra-cost";
  if (lower > 0) return upper >= claim ? "in-line" : "smaller";
  return upper >= claim ? "cannot-tell" : "below-claim";
}
