/** What a term's rows put into its variance by stratum, were each row's variance 1. */
export interface ModelledTerm {
  readonly outcome: string;
  readonly parts: Float64Array;
}

/**
 * strata × terms: the parts times one variance an outcome, that which its terms have on average. It does not matter to a combination of one
 * outcome's terms, and brings several outcomes to one scale. Terms without a variance, or without parts, are left aside.
 * @param covariance terms × terms
 */
export function modelledVariance(terms: readonly ModelledTerm[], covariance: Float64Array, strata: number): Float64Array {
  const K = terms.length;
  const found = new Map<string, number>();
  const unit = new Map<string, number>();
  terms.forEach(({ outcome, parts }, k) => {
    if (Number.isNaN(covariance[k * K + k])) return;
    found.set(outcome, (found.get(outcome) ?? 0) + covariance[k * K + k]);
    unit.set(outcome, (unit.get(outcome) ?? 0) + parts.reduce((sum, v) => sum + v, 0));
  });
  const out = new Float64Array(strata * K);
  terms.forEach(({ outcome, parts }, k) => {
    const variance = (found.get(outcome) ?? 0) / (unit.get(outcome) ?? 0);
    for (let s = 0; variance > 0 && s < strata; s++) out[s * K + k] = variance * parts[s];
  });
  return out;
}
