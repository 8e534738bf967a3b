import type { Influence } from "./effects-value.js";
import { satterthwaite } from "./satterthwaite.js";

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
  const parts = Float64Array.from({ length: modelled.length / terms }, (_, s) => {
    let own = 0;
    for (let k = 0; k < terms; k++) if (c[k] !== 0) own += c[k] * c[k] * modelled[s * terms + k];
    return own;
  });
  return satterthwaite(
    parts,
    degrees.map((v) => Math.max(1, v)),
  );
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
