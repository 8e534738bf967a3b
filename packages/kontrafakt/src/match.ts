import { type Context, fail } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { type Matched, type MatchingOptionsInput, matchWaves } from "@kontrafakt/matching";
import { messages } from "./messages.js";

/** Options of the matching, and the method: `nearest` (nearest neighbours on a logit score, within waves). */
export type MatchOptions = MatchingOptionsInput & { readonly method?: "nearest" };

/**
 * Finds a comparison group for the starters of a panel.
 *
 * @throws KontrafaktError as `matchWaves`, and for a method there is not
 */
export function match(data: Panel, { method = "nearest", ...options }: MatchOptions = {}, context?: Context): Matched {
  if (method !== "nearest") fail("kontrafakt/no-such-method", { option: "method" }, { method: String(method) }, messages);
  return matchWaves(data, options, context);
}
