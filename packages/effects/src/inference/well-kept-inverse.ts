import { invertPositive } from "@kontrafakt/numerics";

/** Below this share of a covariate's spread left by the others, sums are not downdated: digits would be lost. */
const LEAST_OWN = 1e-5;
/** Below this share of the sum of squares with everybody, what is left may be rounding alone. */
const LEAST_LEFT = 1e-6;

/**
 * The inverse of a matrix of squares and products (k × k, its lower triangle read); undefined where a column is (nearly) a sum of the others, or
 * where (nearly) nothing of its squares is left.
 * @param whole the matrix before anybody was left out
 */
export function wellKeptInverse(gram: Float64Array, k: number, whole: Float64Array = gram): Float64Array | undefined {
  for (let l = 0; l < k; l++) if (!(gram[l * k + l] > LEAST_LEFT * whole[l * k + l])) return undefined;
  const inverse = invertPositive(gram, k);
  if (!inverse) return undefined;
  for (let l = 0; l < k; l++) if (!(gram[l * k + l] * inverse[l * k + l] * LEAST_OWN < 1)) return undefined;
  return inverse;
}
