/** A count as told: itself, or roughly a count it differs from by few. */
export interface ToldCount {
  readonly value: number;
  /** False where the true count differs from `value` by at least 1 and less than the threshold. */
  readonly exact: boolean;
}

/**
 * Tells counts of people so that no two told exactly differ by few: whoever subtracts one from another gets 0 or at least `threshold`. For
 * counts whose people lie within each other (everyone, those matched, those still observed), where a difference is people too.
 *
 * Counts are taken in order: one that differs by few from a count already told is told as that one, roughly. So the first have
 * precedence. (Differencing: Hundepool et al. 2012, ch. 5.)
 *
 * @param counts in order of precedence; NaN is nobody's and stays
 * @param anchors counts told elsewhere, which come before all others
 */
export function keepApart(counts: readonly number[], threshold: number, anchors: readonly number[] = []): ToldCount[] {
  const told = [...anchors];
  return counts.map((count) => {
    if (Number.isNaN(count)) return { value: count, exact: true };
    let near: number | undefined;
    for (const other of told) {
      const away = Math.abs(other - count);
      if (away === 0) return { value: count, exact: true };
      if (away < threshold && (near === undefined || away < Math.abs(near - count))) near = other;
    }
    if (near !== undefined) return { value: near, exact: false };
    told.push(count);
    return { value: count, exact: true };
  });
}
