import type { Absorber } from "./absorber.js";
import { alternating } from "./alternating.js";
import { balancedTwoWay } from "./balanced.js";
import { directTwoWay } from "./direct-two-way.js";
import { type FixedEffect, withoutCoarser } from "./fixed-effect.js";
import { oneWay } from "./one-way.js";

/**
 * How to take these fixed effects out of columns: exactly where there is one, where two are balanced, or where one of two has few levels;
 * by alternating projections otherwise. Effects that others hold are passed over.
 */
export function absorb(given: readonly FixedEffect[], n: number, weight?: Float64Array): Absorber {
  const effects = withoutCoarser(given);
  if (effects.length === 0) return { method: "none", sweep: () => true };
  if (effects.length === 1) return oneWay(effects[0], weight);
  const [first, second, ...others] = [...effects].sort((a, b) => b.levels - a.levels);
  const pair =
    balancedTwoWay(first, second, weight) ?? balancedTwoWay(second, first, weight) ?? directTwoWay(first, second, weight);
  const steps = pair ? [pair] : [oneWay(first, weight), oneWay(second, weight)];
  if (steps.length + others.length === 1) return steps[0];
  return alternating(
    [...steps, ...others.map((effect) => oneWay(effect, weight))].map(({ sweep }) => sweep),
    n,
  );
}
