import { connectedLevels } from "./connected-levels.js";
import { type FixedEffect, nestedIn, withoutCoarser } from "./fixed-effect.js";

/** How coefficients of fixed effects count against the degrees of freedom. */
export interface Counting {
  /** nonnested: effects whose levels lie within clusters count as one in all; full: all count; none: no effect counts. */
  readonly effects: "nonnested" | "full" | "none";
  /** Whether connected parts and effects held by others are looked at, or one coefficient is taken off for each effect but the first. */
  readonly exact: boolean;
}

/**
 * Number of coefficients that the effects take up. Exact for one or two effects (levels less connected parts); for more, one is taken off
 * for each beyond the first pair.
 */
export function absorbed(
  given: readonly FixedEffect[],
  { effects: how, exact }: Counting,
  clusters: readonly { readonly of: Int32Array }[] = [],
): number {
  if (how === "none" || given.length === 0) return 0;
  const effects = exact ? withoutCoarser(given) : given;
  let count = effects.reduce((sum, { levels }) => sum + levels, 0) - (effects.length - 1);
  if (exact && effects.length >= 2) {
    const [a, b] = [...effects].sort((x, y) => y.levels - x.levels);
    count -= connectedLevels(a, b).count - 1;
  }
  if (how === "full") return count;
  for (const effect of effects) if (clusters.some((cluster) => nestedIn(effect, cluster))) count -= effect.levels - 1;
  return Math.max(1, count);
}
