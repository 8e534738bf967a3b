/**
 * Fills `out` with the quantiles of a triangular distribution at the ranks u.
 *
 * @param rootBelow √u of each rank
 * @param rootAbove √(1 − u)
 */
export function triangular(
  rank: Float64Array,
  rootBelow: Float64Array,
  rootAbove: Float64Array,
  { low, mode, high }: { readonly low: number; readonly mode: number; readonly high: number },
  out: Float64Array,
): void {
  const width = high - low;
  if (!(width > 0)) {
    out.fill(mode);
    return;
  }
  const split = (mode - low) / width;
  const rise = Math.sqrt(width * (mode - low));
  const fall = Math.sqrt(width * (high - mode));
  for (let d = 0; d < rank.length; d++) {
    out[d] = rank[d] < split ? low + rise * rootBelow[d] : high - fall * rootAbove[d];
  }
}
