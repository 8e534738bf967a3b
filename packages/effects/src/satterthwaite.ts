/**
 * Degrees of freedom of a variance that is a sum of independent parts: (ΣV)² / Σ V²/ν; NaN where no part is above 0.
 * Source: Satterthwaite 1946, doi:10.2307/3002019.
 * @param degrees those of each part, above 0
 */
export function satterthwaite(variances: ArrayLike<number>, degrees: ArrayLike<number>): number {
  let sum = 0;
  let over = 0;
  for (let i = 0; i < variances.length; i++) {
    sum += variances[i];
    over += (variances[i] * variances[i]) / degrees[i];
  }
  return over > 0 ? (sum * sum) / over : Number.NaN;
}
