/** A triangular distribution as its quantile function: `u < split ? low + rise·√u : high − fall·√(1 − u)`. */
export interface Triangular {
  readonly low: number;
  readonly high: number;
  readonly split: number;
  readonly rise: number;
  readonly fall: number;
}

/** A price known exactly (low = mode = high) has rise and fall 0, so every rank gives it. */
export function triangular(low: number, mode: number, high: number): Triangular {
  const width = high - low;
  const split = width > 0 ? (mode - low) / width : 0;
  return { low, high, split, rise: Math.sqrt(width * (mode - low)), fall: Math.sqrt(width * (high - mode)) };
}
