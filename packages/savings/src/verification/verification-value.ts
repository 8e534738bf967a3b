import type { MoneyFigure } from "../money-figure.js";

/** `budgetLowered` and `spendingLower` are null where no budget file says. */
export interface WaterfallStep {
  readonly step: "assumed" | "evaluated" | "cashable" | "budgetLowered" | "spendingLower";
  readonly amount: number | null;
  /** Where the step is estimated. */
  readonly figure?: MoneyFigure;
}

export type GapSource = "volume" | "effect" | "price" | "timing" | "cashability" | "notSeparable";

/** Part of evaluated less claim; sums to the whole over sources. Shapley value over the order in which the parts are changed. */
export interface AccountGap {
  readonly source: GapSource;
  readonly amount: number;
}

/** Everyone's units × price against what the account says was spent. */
export interface Reconciliation {
  /** Several, separated by commas, where an outcome is spread over them. */
  readonly account: string;
  readonly payer: string;
  /** Several, separated by commas, where one account holds them. */
  readonly consequence: string;
  readonly year: number;
  /** Units × price, in the prices of the account's year. */
  readonly computed: number;
  readonly booked: number;
  readonly difference: number;
  /** Difference over the booked amount; beyond 5% warns. null = nothing was booked. */
  readonly share: number | null;
}

/** An outcome without a price: mean effect per starter and period. */
export interface HumanOutcome {
  readonly outcome: string;
  readonly unit: string;
  readonly better: "lower" | "higher";
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly direction: "better" | "worse" | "no-clear-change" | "not-told";
}
