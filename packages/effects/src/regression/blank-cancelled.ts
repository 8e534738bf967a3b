import { type Problem, problem } from "@kontrafakt/base";
import { blankWithoutSpread } from "../blank-without-spread.js";
import type { TermKind } from "../effects-value.js";

/** A variance this small beside that of independent rows is rounding: of sums that are squared, and of products that are summed. */
const ROUNDING = { squares: 1e-18, products: 1e-13 };

export interface JudgedTerm {
  /** Its place among the figures. */
  readonly index: number;
  readonly kind: TermKind;
  readonly name: string;
  /** Its variance, were the rows independent and alike. */
  readonly independent: number;
}

/**
 * Tells of, and blanks, terms of one outcome whose scores are 0 or cancel within every cluster though there are residuals: what is left is
 * rounding, not precision. So it is where a term has one row, where its rows are all of one cluster, or where a two-way covariance was not positive.
 * @param how whether the covariance is a sum of squares, or of products that may be negative
 */
export function blankCancelled(
  covariance: Float64Array,
  figures: number,
  terms: readonly JudgedTerm[],
  how: keyof typeof ROUNDING,
  about: { readonly outcome: string; readonly by: string },
  problems: Problem[],
): void {
  const cancelled = terms.filter(({ index, independent }) => covariance[index * (figures + 1)] <= ROUNDING[how] * independent);
  if (cancelled.length === 0) return;
  blankWithoutSpread(covariance, figures, terms, new Set(cancelled.map(({ index }) => index)));
  problems.push(
    problem("effects/scores-cancel", "warning", {}, { ...about, which: cancelled.map(({ name }) => name).join(", ") }),
  );
}
