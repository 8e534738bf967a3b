import { fail } from "@kontrafakt/base";
import type { Effects, Fit } from "../../effects-value.js";
import { messages } from "../../messages.js";

/**
 * The fit without the cells that could not be estimated, as after `waveEffects`: `events`, `total` and `mean` are over the cells there are.
 * The problems that name the others stay. @throws KontrafaktError where none could
 */
export function estimatedTerms(fit: Fit): Fit {
  const { estimate, clusters } = fit.effects;
  const kept = [...estimate.keys()].filter((k) => !Number.isNaN(estimate[k]));
  if (kept.length === 0) fail("effects/no-cell-of-people", {}, { clusters }, messages);
  return {
    ...(fit.matching && { matching: fit.matching }),
    effects: only(fit.effects, kept),
    refit: (weights, assignment) => {
      const all = fit.refit(weights, assignment);
      return Float64Array.from(kept, (k) => all[k]);
    },
    withLevels: () => only(fit.withLevels!(), [...kept, ...kept.map((k) => estimate.length + k)]),
  };
}

function only(effects: Effects, kept: readonly number[]): Effects {
  const { terms, estimate, covariance, df, basis } = effects;
  const K = terms.length;
  const chosen = (values: Float64Array, rows: number): Float64Array => {
    const out = new Float64Array(rows * kept.length);
    for (let r = 0, at = 0; r < rows; r++) for (const k of kept) out[at++] = values[r * K + k];
    return out;
  };
  const inner = new Float64Array(kept.length * K);
  kept.forEach((j, i) => {
    inner.set(covariance.subarray(j * K, (j + 1) * K), i * K);
  });
  return {
    ...effects,
    terms: kept.map((k) => terms[k]),
    estimate: chosen(estimate, 1),
    covariance: chosen(inner, kept.length),
    df: chosen(df, 1),
    basis: basis.kind === "influence" ? { ...basis, rows: chosen(basis.rows, basis.atoms) } : basis,
  };
}
