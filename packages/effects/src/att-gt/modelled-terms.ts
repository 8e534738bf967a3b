import type { Term } from "../effects-value.js";
import { modelledVariance } from "../modelled-variance.js";

/**
 * strata × terms: `Influence.modelled` from squared shares of rows. Effects and means of an outcome have a variance each.
 * @param parts strata × terms
 * @param covariance terms × terms
 */
export function modelledTerms(terms: readonly Term[], parts: Float64Array, covariance: Float64Array): Float64Array {
  const K = terms.length;
  const strata = parts.length / K;
  const own = terms.map(({ scale, outcome }, k) => ({
    outcome: `${scale} ${outcome}`,
    parts: Float64Array.from({ length: strata }, (_, s) => parts[s * K + k]),
  }));
  return modelledVariance(own, covariance, strata);
}
