import type { TermKind } from "./effects-value.js";

/**
 * Blanks the covariance of terms without any spread to judge them by: a standard error of 0 would say they are exact. A cell stays at 0 where
 * other cells of the outcome have some, since an average over them has a standard error.
 * @param lost terms without spread, of `own`, the terms of one outcome
 */
export function blankWithoutSpread(
  covariance: Float64Array,
  figures: number,
  own: readonly { readonly index: number; readonly kind: TermKind }[],
  lost: ReadonlySet<number>,
): void {
  const all = own.every(({ index, kind }) => kind !== "cell" || lost.has(index));
  for (const { index, kind } of own) {
    if (!lost.has(index) || (kind === "cell" && !all)) continue;
    for (let l = 0; l < figures; l++) {
      covariance[index * figures + l] = Number.NaN;
      covariance[l * figures + index] = Number.NaN;
    }
  }
}
