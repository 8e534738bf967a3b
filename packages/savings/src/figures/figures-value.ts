import type { MoneyFigure, UncertaintySource } from "../money-figure.js";

/** A ratio with Fieller's 95% set: between the limits, everything outside of them, or every number (the denominator may be 0). */
export interface RatioFigure {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly shape: "between" | "outside" | "all";
}

/** `public`: all public payers together. `society`: citizens and relatives too, by the country's rule. */
export type BottomLine = "payer" | "public" | "society";
/** Only what was observed, or what the study assumes after the window too. */
export type Horizon = "observed" | "withAssumed";

/** What an input would have to be for the discounted net to be 0, everything else as it is. */
export interface SwitchingValue {
  readonly input: "starters" | "persistence" | "effect" | "price" | "cost";
  /** The consequence, for effect and price. */
  readonly consequence?: string;
  /** starters: people; persistence: months after the window; effect: units fewer per starter; price: the currency per unit; cost: the currency. */
  readonly unit: string;
  readonly now: number;
  /** null = no value does it. */
  readonly value: number | null;
}

/** The figures a decision is made on, of one bottom line and horizon. */
export interface KeyFigures {
  readonly account: BottomLine;
  /** For `payer`. */
  readonly payer: string | null;
  readonly horizon: Horizon;
  /** Discounted. */
  readonly benefit: MoneyFigure;
  readonly cost: MoneyFigure;
  readonly netPresentValue: MoneyFigure;
  /** Undiscounted. */
  readonly net: MoneyFigure;
  /** Discounted benefit over discounted cost; null without a cost. */
  readonly benefitCostRatio: RatioFigure | null;
  /** Discounted net over discounted cost; null without a cost. */
  readonly returnOnCost: RatioFigure | null;
  /** Yearly real rate at which the net is worth 0. */
  readonly internalRate: {
    readonly rate: number | null;
    /** `no-change-of-sign`: of the yearly net; `no-rate`: it changes sign, but none from −99% to 1,000% fits. */
    readonly reason: "found" | "no-change-of-sign" | "no-rate" | "several-rates";
  };
  /** First calendar year from which the cumulative net stays at or above 0; null = not within the horizon. */
  readonly payback: { readonly plain: number | null; readonly discounted: number | null };
  /** Society alone: what those outside the public purse gain for each net krone of it. Infinity where the purse gains too. */
  readonly marginalValueOfPublicFunds?: RatioFigure;
  readonly switching: readonly SwitchingValue[];
}

export interface TornadoBar {
  readonly source: UncertaintySource;
  /** The input: a consequence, a payer's price, a persistence option. */
  readonly input: string;
  /** Discounted net of all public payers with the input at its 2.5% and 97.5% quantile, all else at its estimate. */
  readonly low: number;
  readonly high: number;
}

/** What may be taken out of a budget: one-sided lower bound of the cashable saving after steps, lag and the payer's programme cost. */
export interface BookableAmount {
  /** The account, or the payer where none is named. */
  readonly account: string;
  readonly payer: string;
  readonly year: number;
  readonly estimate: number;
  readonly bounds: readonly { readonly level: number; readonly amount: number }[];
}

/** What a declared belief and the data together say of the primary figure. */
export interface PriorFigures {
  readonly kind: "sceptical" | "given";
  readonly mean: number;
  readonly sd: number;
  readonly source: string;
  /** Posterior mean and standard deviation. */
  readonly posterior: { readonly mean: number; readonly sd: number };
  readonly probabilitySaving: number;
  readonly probabilityClaim: number;
  /** That the primary figure exceeds the programme's cost. */
  readonly probabilityNet: number;
  /** Expected value of perfect information on the net, in the currency. */
  readonly perfectInformation: number;
}
