import type { Problem } from "@kontrafakt/base";

/** File and line a figure came from. */
export interface Origin {
  readonly file: string;
  readonly row: number;
}

/** Price of one unit of a consequence for one payer in one year. */
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
}

export interface CostRow {
  readonly year: number;
  readonly payer: string;
  readonly planned: number;
  readonly actual: number;
  readonly priceYear: number;
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
}

export interface BudgetRow {
  readonly year: number;
  readonly account: string;
  readonly consequence: string;
  readonly payer: string;
  readonly adopted: number;
  readonly adjusted: number;
  readonly actual: number;
  readonly reason: string;
  readonly origin: Origin;
}

/** Money with its uncertainty; positive = saved (or, for `cost`, spent). */
export interface MoneyFigure {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  /** 95%, pointwise, prices taken as known. */
  readonly lower: number;
  readonly upper: number;
  /** 95% over the whole path at once, prices taken as known. */
  readonly bandLower?: number;
  readonly bandUpper?: number;
  /** 95% from the draws, prices uncertain too. */
  readonly priceLower?: number;
  readonly priceUpper?: number;
}

/**
 * gross: avoided spending · cashable: the share that can leave a budget · cost: the programme · net: gross − cost.
 * `null` for year, payer or consequence = summed over it.
 */
export interface SavingsLine {
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
  readonly source: "effect" | "price";
  readonly share: number;
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
  readonly years: readonly number[];
  readonly payers: readonly string[];
  readonly consequences: readonly string[];
  readonly lines: readonly SavingsLine[];
  readonly breakEven: BreakEven;
  readonly shares: readonly UncertaintyShare[];
  /** Payers that have no price for a consequence: "not measured", never 0. */
  readonly notMeasured: readonly { readonly payer: string; readonly consequence: string }[];
  readonly draws: number;
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
  }[];
}
