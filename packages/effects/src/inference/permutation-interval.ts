import { fail } from "@kontrafakt/base";
import type { Fit } from "../effects-value.js";
import { linearCombination } from "../linear-combination.js";
import { messages } from "../messages.js";
import { permutableDesign } from "../permutable-design.js";
import type { WaveFit } from "../wave-effects.js";
import { fromLines } from "./from-lines.js";
import type { Method } from "./method.js";
import { roleLines } from "./role-lines.js";
import { rolesLeaveClusters } from "./roles-leave-clusters.js";

/**
 * Studentised permutation within matched sets (`permutation`) with an interval: the values of c'θ that neither one-sided test refuses, each
 * taken off the treated in equal parts. All rest on the same assignments, whose statistics are simple functions of the tested value.
 * Two-sided p: twice the smaller one-sided. Sharp null.
 */
export const permutationInterval: Method = async (fit, c, options, context) => {
  if (!isWaveFit(fit)) return fail("effects/roles-without-sets", {}, { estimator: fit.effects.estimator }, messages);
  const { estimate } = linearCombination(fit.effects, c);
  if (!permutableDesign(fit.design)) fail("effects/roles-fixed", {}, {}, messages);
  const lines = await roleLines(fit, c, "fitted", options.draws, context);
  const variant = fit.design.independence === "set" ? "within set" : "within stratum";
  const doubts = rolesLeaveClusters(fit.design);
  return fromLines(lines, { method: "permutation", variant, estimate, clusters: fit.design.sets, doubts }, options);
};

/** Whether the fit came from matched rows. */
export function isWaveFit(fit: Fit): fit is WaveFit {
  return "design" in fit;
}
