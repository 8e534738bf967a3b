import { extremeEigenvalues, pseudoInverse } from "@kontrafakt/numerics";

/** Smaller shares of the largest eigenvalue count as 0. */
const SHARE = 1e-12;

/** A symmetric n × n matrix with its negative eigenvalues set to 0 (Cameron, Gelbach & Miller 2011, §2.3); null where it has none. */
export function withoutNegative(a: Float64Array, n: number): Float64Array | null {
  if (n === 0) return null;
  const { smallest, largest } = extremeEigenvalues(a, n);
  if (!(smallest < -SHARE * largest)) return null;
  return pseudoInverse(pseudoInverse(a, n, SHARE), n, SHARE);
}
