import type { Influence } from "../effects-value.js";
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
    let sum = 0;
    let over = 0;
    for (let s = 0; s < strata; s++) {
      const v = modelled ? modelled[s * K + k] : variance[s * K + k];
      if (v === 0) continue;
      sum += v;
      over += (v * v) / stratumDegrees({ degrees, whole }, s, count[s * K + k]);
    }
    return over > 0 ? (sum * sum) / over : atoms - 1;
  });
}
