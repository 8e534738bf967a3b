import type { Context, Problem } from "@kontrafakt/base";
import type { Fit } from "@kontrafakt/effects";
import { type InferenceRules, inferenceOf } from "./inference-of.js";
import type { InferenceResult } from "./inference-result.js";

/** Money has limits at 95%, whatever the effects have. */
const MONEY_LEVEL = 0.95;

/**
 * The primary figure by other methods, in money. How covariances were chosen is told of the effects.
 *
 * @param weights on the terms of `fit.effects`, as `primaryWeights` gives them
 * @param given `cost`: the programme's, where the figure is net
 */
export async function moneyInference(
  fit: Fit,
  weights: Float64Array,
  given: Omit<InferenceRules, "level" | "bands" | "figure">,
  context: Context,
): Promise<{ readonly inference?: InferenceResult; readonly problems: readonly Problem[] }> {
  const whole = new Map(fit.effects.terms.map((term, k) => [term, weights[k]]));
  const of = ({ effects }: Fit) => Float64Array.from(effects.terms, (term) => whole.get(term) ?? 0);
  const { inference, problems } = await inferenceOf(fit, of, { ...given, level: MONEY_LEVEL }, context);
  if (inference === undefined) return { problems };
  const { choice: _, ...rest } = inference;
  return { inference: rest, problems };
}
