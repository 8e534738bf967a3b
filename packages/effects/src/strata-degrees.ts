import type { Influence } from "./effects-value.js";

/**
 * Degrees of freedom of a stratum's variance: its atoms that have a part less one, or `degrees` if fewer; `degrees` as they stand where all
 * atoms have a part wherever one has (`whole`).
 */
export function stratumDegrees({ degrees, whole }: Pick<Influence, "degrees" | "whole">, stratum: number, count: number): number {
  const most = degrees?.[stratum] ?? Number.POSITIVE_INFINITY;
  return Math.max(1, whole && degrees ? most : Math.min(count - 1, most));
}

/**
 * Bell & McCaffrey's degrees of freedom of c'θ from what strata put into the variances of terms by the working model, of people independent and
 * alike: with E_s = Σ_k c_k² M_sk, (ΣE_s)²/Σ E_s²/ν_s. Source: Bell & McCaffrey 2002.
 * @param modelled strata × terms
 * @param terms number of them
 */
export function modelledDegrees(modelled: Float64Array, degrees: Float64Array, c: Float64Array, terms: number): number {
  let sum = 0;
  let over = 0;
  for (let s = 0; s * terms < modelled.length; s++) {
    let own = 0;
    for (let k = 0; k < terms; k++) if (c[k] !== 0) own += c[k] * c[k] * modelled[s * terms + k];
    sum += own;
    if (own > 0) over += (own * own) / Math.max(1, degrees[s]);
  }
  return over > 0 ? (sum * sum) / over : Number.NaN;
}

/** What strata put into new terms Wθ by the working model, strata × lines. @param lines one weight a term each */
export function combinedStrata(modelled: Float64Array, terms: number, lines: readonly Float64Array[]): Float64Array {
  const R = lines.length;
  const out = new Float64Array((modelled.length / terms) * R);
  lines.forEach((line, r) => {
    line.forEach((w, k) => {
      if (w !== 0) for (let s = 0; s * terms < modelled.length; s++) out[s * R + r] += w * w * modelled[s * terms + k];
    });
  });
  return out;
}
