import type { Effects } from "@kontrafakt/effects";
import { coarseDf } from "./published-outcome.js";

/** Effects whose degrees of freedom and clusters, where these are people, count none of them: to the multiple of five below. */
export function coarseDegrees(effects: Effects): Effects {
  const { clusters, basis } = effects;
  return {
    ...effects,
    clusters: coarseDf(clusters),
    df: effects.df.map(coarseDf),
    ...(basis.kind === "moments" &&
      basis.arms && { basis: { ...basis, arms: basis.arms.map((arm) => ({ ...arm, degrees: coarseDf(arm.degrees) })) } }),
    ...(basis.kind === "influence" && { basis: { ...basis, degrees: strataDegrees(basis) } }),
  };
}

/** The most that each stratum allows: what it has, its atoms less one, told roughly. */
function strataDegrees({ stratum, degrees }: Extract<Effects["basis"], { readonly kind: "influence" }>): Float64Array {
  const atoms: number[] = [];
  for (const s of stratum) atoms[s] = (atoms[s] ?? 0) + 1;
  return Float64Array.from(atoms, (n = 0, s) => coarseDf(Math.max(1, Math.min(n - 1, degrees?.[s] ?? Number.POSITIVE_INFINITY))));
}
