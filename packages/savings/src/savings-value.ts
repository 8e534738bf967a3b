import type { Problem } from "@kontrafakt/base";
import type { BookableAmount, KeyFigures, PriorFigures, TornadoBar } from "./figures/figures-value.js";
import type { MoneyFigure, UncertaintySource } from "./money-figure.js";
import type { ParametersUsed } from "./parameters/parameters-value.js";
import type { PayerShare, Scaled, Subgroup, Transfer } from "./payers/payers-value.js";
import type { PersistenceUsed } from "./persistence/persistence-value.js";
import type { AccountGap, HumanOutcome, Reconciliation, WaterfallStep } from "./verification/verification-value.js";

export type { MoneyFigure, UncertaintySource } from "./money-figure.js";

/** File and line a figure came from. */
export interface Origin {
  readonly file: string;
  readonly row: number;
}

/** How an uncertain number varies. All but `empirical` are continuous; `mean` and `sd` are those of the number itself, also for lognormal. */
export type Distribution =
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "triangular" | "pert"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: "normal" | "lognormal" | "gamma"; readonly mean: number; readonly sd: number }
  | { readonly kind: "beta"; readonly low: number; readonly high: number; readonly mean: number; readonly sd: number }
  | { readonly kind: "empirical"; readonly values: readonly number[] };

/** Price of one unit of a consequence for one payer in one year, in the study's price year and after the payer's share and refunds. */
export interface PriceRow {
  readonly consequence: string;
  readonly payer: string;
  readonly year: number;
  /** The outcome's unit, e.g. days. */
  readonly unit: string;
  readonly amount: number;
  /** Range of the price (triangular, mode `amount`); absent = known. */
  readonly low?: number;
  readonly high?: number;
  readonly priceYear: number;
  /** Share of the saving that can be taken out of a budget, 0–1. */
  readonly cashable: number;
  readonly source: string;
  readonly origin: Origin;
  /** Absent = triangular where `low` and `high` are given, else fixed. Already in the study's price year, as are low and high. */
  readonly distribution?: Distribution;
  /** Prices of a group move together. */
  readonly group?: string;
  readonly basis?: "average" | "marginal";
  /** Units a year that are freed at a time. */
  readonly step?: number;
  /** Years until a budget can be lowered, and its range. */
  readonly lag?: number;
  readonly lagLow?: number;
  readonly lagHigh?: number;
  /** Who receives what the payer pays. */
  readonly transferTo?: string;
  /** The refund rule the amount was split by: this row is what is left to the payer, or what the refunding payer pays. */
  readonly refunded?: {
    /** Who is refunded. */
    readonly payer: string;
    readonly by: string;
    readonly share: number;
    readonly side: "payer" | "refunder";
    readonly origin: Origin;
  };
  /** (1 − deadweight)(1 − displacement)(1 − attribution), where it is not 1: the part of the change that counts. */
  readonly counts?: number;
  readonly grade?: string;
  /** Price year of the file, where an index converted it. */
  readonly stated?: { readonly priceYear: number; readonly factor: number };
}

export interface CostRow {
  readonly year: number;
  readonly payer: string;
  readonly planned: number;
  readonly actual: number;
  readonly priceYear: number;
  readonly origin: Origin;
  /** How the cost follows the number of starters; absent = variable. */
  readonly behaviour?: "fixed" | "variable" | "step";
  /** Starters one step holds. */
  readonly step?: number;
  /** Price year of the file, where an index converted it. */
  readonly stated?: { readonly priceYear: number; readonly factor: number };
}

/** Starters of a year. NaN = not known. */
export interface VolumeRow {
  readonly year: number;
  readonly planned: number;
  readonly actual: number;
  readonly dropouts: number;
  readonly origin: Origin;
}

export interface ClaimRow {
  readonly year: number;
  readonly payer: string;
  /** Empty where the claim states only an amount. */
  readonly consequence: string;
  readonly amount: number;
  readonly priceYear: number;
  readonly origin: Origin;
  /** What the amount is the product of, all or none: people counted with, units fewer per person and year, price, cashable share. */
  readonly parts?: { readonly starters: number; readonly effect: number; readonly price: number; readonly cashable: number };
  /** Price year of the file, where an index converted it. */
  readonly stated?: { readonly priceYear: number; readonly factor: number };
}

export type BudgetReason = "programme" | "demography" | "prices" | "technical" | "other" | "none";

export interface BudgetRow {
  readonly year: number;
  readonly account: string;
  readonly consequence: string;
  readonly payer: string;
  readonly adopted: number;
  readonly adjusted: number;
  readonly actual: number;
  /** As the file has it. */
  readonly reason: string;
  /** What the reason is read as. */
  readonly cause?: BudgetReason;
  readonly origin: Origin;
}

/**
 * gross: avoided spending · cashable: the share that can leave a budget · cost: the programme · net: gross − cost.
 * `null` for year, payer or consequence = summed over it.
 */
export interface SavingsLine {
  /** `observed`: within the window. `assumed`: after it, by the persistence the study names. */
  readonly basis: "observed" | "assumed";
  readonly measure: "gross" | "cashable" | "cost" | "net" | "cumulativeNet";
  readonly year: number | null;
  readonly payer: string | null;
  readonly consequence: string | null;
  readonly discounted: boolean;
  readonly figure: MoneyFigure;
}

/** When the programme has paid for itself, discounted, within the observed years. */
export interface BreakEven {
  /** First year from which cumulative net is at or above zero to the end; null = not within the observed years. */
  readonly year: number | null;
  /** First year from which the lower band is; null = not shown within the observed years. */
  readonly surelyBy: number | null;
  /** Share of draws that have broken even by each year. */
  readonly share: readonly { readonly year: number; readonly share: number }[];
}

/** Which part of the variance of the total comes from what; sums to 1. */
export interface UncertaintyShare {
  readonly source: UncertaintySource;
  readonly share: number;
  /** Monte-Carlo standard error of the share. */
  readonly error: number;
}

export interface Savings {
  readonly kind: "savings";
  readonly currency: string;
  readonly priceYear: number;
  readonly discount: {
    readonly baseYear: number;
    /** The rate, or the first of several. */
    readonly rate: number;
    /** All steps, where the rate is stepped; `fromYear` counts from the base year. */
    readonly steps?: readonly { readonly fromYear: number; readonly rate: number }[];
    readonly source: string;
  };
  /** Observed; lines with basis `assumed` have later ones. */
  readonly years: readonly number[];
  readonly payers: readonly string[];
  readonly consequences: readonly string[];
  readonly lines: readonly SavingsLine[];
  readonly breakEven: BreakEven;
  readonly shares: readonly UncertaintyShare[];
  /** Payers that have no price for a consequence: "not measured", never 0. */
  readonly notMeasured: readonly { readonly payer: string; readonly consequence: string }[];
  readonly draws: number;
  /** Public, per payer and for society as a whole. */
  readonly figures: readonly KeyFigures[];
  /** What each uncertain input does to the discounted net of all public payers, largest first. */
  readonly tornado: readonly TornadoBar[];
  /** Amounts that a budget can be lowered by, by account and year. */
  readonly bookable: readonly BookableAmount[];
  /** What each payer gains, and what would make every payer whole, by sharing rule. */
  readonly transfers: readonly Transfer[];
  /** Each payer's share of cost and gain. */
  readonly payerShares: readonly PayerShare[];
  /** Country's parameters that were used, with edition and source. */
  readonly parameters?: ParametersUsed;
  /** What was assumed after the window, and how long each wave was followed. */
  readonly persistence: PersistenceUsed;
  readonly scaled?: readonly Scaled[];
  readonly subgroups?: readonly Subgroup[];
  /** List price × quantity beside spend at fixed prices. */
  readonly listPrices?: readonly {
    readonly spend: string;
    readonly quantity: string;
    readonly year: number | null;
    readonly figure: MoneyFigure;
    readonly bySpend: MoneyFigure;
  }[];
  /** What people gained or lost that has no price: no statement of savings stands without it. */
  readonly human: readonly HumanOutcome[];
  readonly problems: readonly Problem[];
}

export type VerdictCode = "reached" | "in-line" | "smaller" | "below-claim" | "cannot-tell" | "extra-cost" | "too-early";

/**
 * One-sided test of the primary figure that needs no shape of the outcomes, beside the interval: a saving counts as shown only where its p is
 * below 0.025. The programme's cost is counted as known.
 */
export interface Evidence {
  /**
   * What was done: `set`: roles moved within matched sets; `cluster`: the programme given to other clusters; `people`: to other people;
   * `scoreBootstrap`: signs of the clusters' parts drawn anew.
   */
  readonly method: "set" | "cluster" | "people" | "scoreBootstrap";
  readonly p: number;
  /** Draws, or the assignments there are if `exact`. */
  readonly draws: number;
  readonly exact: boolean;
  /** `sharp`: nobody was changed by the programme; `mean`: the figure is 0. */
  readonly null: "sharp" | "mean";
}

/** The primary row held against the claim. */
export interface Verification {
  readonly kind: "verification";
  readonly primary: {
    readonly measure: "gross" | "cashable" | "net";
    readonly years: readonly number[];
    /** Empty = all payers. */
    readonly payers: readonly string[];
    /** Empty or absent = every consequence with a price. */
    readonly consequences?: readonly string[];
  };
  readonly claim: number;
  readonly evaluated: MoneyFigure;
  readonly verdict: VerdictCode;
  /** Set where the verdict holds only if the comparison does: failed balance and the like. */
  readonly caps: readonly string[];
  /** The test that must agree before a saving counts as shown; absent where no test holds. */
  readonly evidence?: Evidence;
  /** For `cannot-tell`: could this design have told a saving of the claim's size? */
  readonly design: { readonly se: number; readonly smallestDetectable: number; readonly couldHaveTold: boolean | null };
  readonly rows: readonly {
    readonly year: number;
    readonly payer: string;
    readonly consequence: string;
    readonly claim: number;
    readonly evaluated: number | null;
  }[];
  /** Budget lowered because of the programme, by account and year (positive = lowered). */
  readonly budget: readonly {
    readonly account: string;
    readonly year: number;
    readonly adopted: number;
    readonly adjusted: number;
    readonly actual: number;
    readonly reason: string;
    readonly payer?: string;
    readonly consequence?: string;
    readonly cause?: BudgetReason;
  }[];
  /** From what was assumed to what is spent less: assumed, evaluated, cashable, budget lowered, spending lower. */
  readonly waterfall: readonly WaterfallStep[];
  /** Evaluated less claim, split by what differed. */
  readonly gap: readonly AccountGap[];
  /** Days × price of everyone against the account. */
  readonly reconciliation: readonly Reconciliation[];
  /** Only with a declared prior. */
  readonly prior?: PriorFigures;
}
