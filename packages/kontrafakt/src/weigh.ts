import { type Context, fail } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Matched } from "@kontrafakt/matching";
import { type MatchOptions, match } from "./match.js";
import { messages } from "./messages.js";

const METHODS = ["ipw", "entropy", "cbps"] as const;

/** Options of a weighted comparison: those of the matching, with a method that weights. */
export type WeighOptions = Omit<MatchOptions, "method"> & { readonly method?: (typeof METHODS)[number] };

/**
 * Weights those at risk so that together they resemble the starters of a panel, wave by wave: inverse probability weights (`ipw`, without
 * a method), entropy balancing or the covariate balancing propensity score.
 *
 * @throws KontrafaktError as `match`, and for a method that does not weight
 */
export function weigh(data: Panel, { method = "ipw", ...options }: WeighOptions = {}, context?: Context): Matched {
  if (!METHODS.includes(method)) {
    const params = { method: String(method), known: METHODS.join(", ") };
    fail("kontrafakt/not-weights", { option: "method" }, params, messages);
  }
  return match(data, { ...options, method }, context);
}
