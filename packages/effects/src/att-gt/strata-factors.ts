import { satterthwaite } from "../satterthwaite.js";

/**
 * Small-sample factors where strata (arms of waves) are sampled apart: multiplies, in place, what the c atoms of a stratum put into a column by
 * √(c/(c − 1)). Returns the columns' degrees of freedom by Satterthwaite, each stratum with c − 1 (at least 1).
 * @param influence atoms × K
 */
export function strataFactors(influence: Float64Array, stratum: Int32Array, K: number): Float64Array {
  const atoms = stratum.length;
  const strata = stratum.reduce((a, b) => Math.max(a, b), 0) + 1;
  const count = new Int32Array(strata * K);
  for (let a = 0; a < atoms; a++) for (let k = 0; k < K; k++) if (influence[a * K + k] !== 0) count[stratum[a] * K + k]++;
  const variance = new Float64Array(strata * K);
  for (let a = 0; a < atoms; a++) {
    for (let k = 0; k < K; k++) {
      const c = count[stratum[a] * K + k];
      if (c > 1) influence[a * K + k] *= Math.sqrt(c / (c - 1));
      variance[stratum[a] * K + k] += influence[a * K + k] * influence[a * K + k];
    }
  }
  return Float64Array.from({ length: K }, (_, k) => {
    const parts = Float64Array.from({ length: strata }, (_, s) => variance[s * K + k]);
    const df = satterthwaite(
      parts,
      parts.map((_, s) => Math.max(1, count[s * K + k] - 1)),
    );
    return Number.isNaN(df) ? 1 : df;
  });
}
