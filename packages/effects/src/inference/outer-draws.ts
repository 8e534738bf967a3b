/**
 * The draw below which a share of them falls, and the one above which: the k-th smallest and largest with k the whole part of share · (draws + 1);
 * ∓Infinity where that is none.
 * @param sorted ascending
 */
export function outerDraws(sorted: Float64Array, share: number): readonly [number, number] {
  const k = Math.floor(share * (sorted.length + 1) + 1e-9);
  return k === 0 ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [sorted[k - 1], sorted[sorted.length - k]];
}
