import { type Context, KontrafaktError, type Problem } from "@kontrafakt/base";
import type { Fit } from "../effects-value.js";
import { bootstrap } from "./bootstrap.js";
import { fewTreated } from "./few-treated.js";
import type { Inference, InferenceMethod } from "./inference-value.js";
import { jackknifeTest } from "./jackknife-test.js";
import type { Method, MethodOptions } from "./method.js";
import { multiplierBootstrap } from "./multiplier-bootstrap.js";
import { permutationInterval } from "./permutation-interval.js";
import { randomisation } from "./randomisation.js";
import { scoreBootstrap } from "./score-bootstrap.js";
import { wildBootstrap } from "./wild-bootstrap.js";

const methods: Readonly<Record<InferenceMethod, Method>> = {
  permutation: permutationInterval,
  randomisation,
  wildBootstrap,
  scoreBootstrap,
  multiplierBootstrap,
  jackknife: jackknifeTest,
  bootstrap,
  fewTreated,
};

/**
 * c'θ by each method of `options.beside`, in that order. A method that does not hold here has no result; a problem of severity warning says why and
 * what to use instead.
 * @param c one weight a term of `fit.effects`
 */
export async function inferBeside(
  fit: Fit,
  c: Float64Array,
  options: MethodOptions,
  context: Context,
): Promise<{ results: Inference[]; problems: Problem[] }> {
  const results: Inference[] = [];
  const problems: Problem[] = [];
  for (const name of new Set(options.beside)) {
    try {
      const found = await methods[name](fit, c, options, context);
      results.push(found);
      problems.push(...(found.problems ?? []));
    } catch (error) {
      if (!(error instanceof KontrafaktError)) throw error;
      problems.push(...error.problems.map((p) => ({ ...p, severity: "warning" as const })));
    }
  }
  return { results, problems };
}
