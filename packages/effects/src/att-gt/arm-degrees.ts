import type { Influence } from "../effects-value.js";
import { satterthwaite } from "../satterthwaite.js";
import { stratumDegrees } from "../strata-degrees.js";

/**
 * Degrees of freedom of each column by Satterthwaite over strata, as `degreesOfFreedom` has them of a combination: by the working model where there is
 * one (`modelled`), else by the variance found; one less than the atoms where it has no influence.
 */
export function armDegrees(
  { atoms, rows, stratum, degrees, modelled, whole }: Omit<Influence, "kind" | "treated" | "crossing" | "working" | "shares">,
  K: number,
): Float64Array {
  const strata = stratum.reduce((most, s) => Math.max(most, s), -1) + 1;
  const variance = new Float64Array(strata * K);
  const count = new Int32Array(strata * K);
  for (let a = 0; a < atoms; a++) {
    const at = stratum[a] * K;
    for (let k = 0, c = a * K; k < K; k++, c++) {
      if (rows[c] === 0) continue;
      variance[at + k] += rows[c] * rows[c];
      count[at + k]++;
    }
  }
  return Float64Array.from({ length: K }, (_, k) => {
    const parts = Float64Array.from({ length: strata }, (_, s) => (modelled ?? variance)[s * K + k]);
    const df = satterthwaite(
      parts,
      parts.map((_, s) => stratumDegrees({ degrees, whole }, s, count[s * K + k])),
    );
    return Number.isNaN(df) ? atoms - 1 : df;
  });
}
