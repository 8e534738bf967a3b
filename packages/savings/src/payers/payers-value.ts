import type { Horizon } from "../figures/figures-value.js";
import type { MoneyFigure } from "../money-figure.js";
import type { PayerKind } from "../options/payer-options.js";

export type SharingRule = "makeWhole" | "byCost" | "byGain" | "shapley";

/** What one payer would receive (positive) or hand over under a sharing rule; sums to 0 over the payers of a rule and horizon. */
export interface Transfer {
  readonly rule: SharingRule;
  readonly horizon: Horizon;
  readonly payer: string;
  /** Discounted net before. */
  readonly net: MoneyFigure;
  readonly transfer: MoneyFigure;
  readonly after: MoneyFigure;
}

export interface PayerShare {
  readonly payer: string;
  readonly kind: PayerKind;
  readonly horizon: Horizon;
  /** Shares of all discounted cost and of all discounted gross saving; NaN where there is none. */
  readonly cost: number;
  readonly gain: number;
}

/**
 * The programme at another number of starters, undiscounted, within the window, of the payers that totals add up. Which waves people start in is drawn anew here, so
 * intervals are wider.
 */
export interface Scaled {
  readonly starters: number;
  readonly gross: MoneyFigure;
  readonly cost: number;
  readonly net: MoneyFigure;
}

/** Undiscounted gross saving within the window of the starters with one value of a covariate. Exploratory: in no verdict. */
export interface Subgroup {
  readonly covariate: string;
  readonly value: string;
  /** Whole, or withheld as a range ("5+" and the like). */
  readonly starters: number | string | null;
  readonly total: MoneyFigure;
  readonly perStarter: MoneyFigure;
  /**
   * Whether the saving per starter is the same at all values told of the covariate (Welch 1951): p, and p adjusted for the number of covariates
   * looked at (Holm 1979); the same at every value. Where people are compared in several of the groups, p is an upper bound (`bound`). null where
   * fewer than two values are told.
   */
  readonly alike: { readonly p: number; readonly adjusted: number; readonly bound: boolean } | null;
}
