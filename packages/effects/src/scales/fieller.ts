export interface FiellerInput {
  readonly numerator: number;
  readonly denominator: number;
  /** Of the numerator; its covariance with the denominator; the denominator's variance. */
  readonly variance: number;
  readonly cross: number;
  readonly denominatorVariance: number;
  /** Two-sided t or normal quantile. */
  readonly quantile: number;
}

/**
 * Ratios a t test does not reject: between the limits; outside them, where the denominator may be 0 but not everything is possible
 * (lower < upper, and the set is what lies below lower and above upper); or every number, with NaN limits.
 */
export interface FiellerSet {
  readonly shape: "between" | "outside" | "everything";
  readonly lower: number;
  readonly upper: number;
}

/**
 * {ρ : (a − ρb)² ≤ q² (v_a − 2ρ v_ab + ρ² v_b)}, the roots of a quadratic in ρ. Exact where numerator and denominator are normal.
 * Sources: Fieller 1954, doi:10.1111/j.2517-6161.1954.tb00159.x; Franz 2007, arXiv:0710.2024, for the three shapes.
 */
export function fieller({
  numerator: a,
  denominator: b,
  variance,
  cross,
  denominatorVariance,
  quantile,
}: FiellerInput): FiellerSet {
  const q2 = quantile * quantile;
  // ρ²A − 2ρB + C ≤ 0.
  const A = b * b - q2 * denominatorVariance;
  const B = a * b - q2 * cross;
  const C = a * a - q2 * variance;
  const D = B * B - A * C;
  if (Number.isNaN(D)) return { shape: "everything", lower: Number.NaN, upper: Number.NaN };
  if (A > 0) {
    const [lower, upper] = roots(A, B, C, Math.max(0, D));
    return { shape: "between", lower, upper };
  }
  if (A === 0 && B !== 0) {
    // One limit only: the other lies at infinity.
    const limit = C / (2 * B);
    return B > 0
      ? { shape: "between", lower: limit, upper: Number.POSITIVE_INFINITY }
      : { shape: "between", lower: Number.NEGATIVE_INFINITY, upper: limit };
  }
  if (!(D > 0)) return { shape: "everything", lower: Number.NaN, upper: Number.NaN };
  const [lower, upper] = roots(A, B, C, D);
  return { shape: "outside", lower, upper };
}

/** Roots of Aρ² − 2Bρ + C, ascending, without cancellation. */
function roots(A: number, B: number, C: number, D: number): [number, number] {
  const s = B + (B < 0 ? -1 : 1) * Math.sqrt(D);
  const first = s / A;
  const second = s === 0 ? first : C / s;
  return first < second ? [first, second] : [second, first];
}
