/** One covariate's balance. Standardised by the SD of the unadjusted sample that `Balance.denominator` names. */
export interface BalanceRow {
  readonly covariate: string;
  readonly binary: boolean;
  /** What the groups are to be alike in, and counted in `passed`: the score's variables, those included that it left out because they separate. */
  readonly matched: boolean;
  /** For a history variable: the outcome, and the periods before time zero it is the mean of, [nearest, farthest]. */
  readonly outcome?: string;
  readonly window?: readonly [number, number];
  /** The row is the share of people for whom the variable is missing. */
  readonly missing?: boolean;
  readonly meanTreated: number;
  /** Of the starters who found a control. */
  readonly meanTreatedAfter?: number;
  readonly meanControlBefore: number;
  readonly meanControlAfter: number;
  readonly smdBefore: number;
  readonly smdAfter: number;
  readonly varianceRatioBefore: number;
  readonly varianceRatioAfter: number;
  readonly ksBefore: number;
  readonly ksAfter: number;
  /** Mean gap between the two distribution functions over the values that occur (MatchIt's eCDF mean; its eCDF max is `ks`). */
  readonly ecdfMeanBefore?: number;
  readonly ecdfMeanAfter?: number;
  /** Share of the two densities that does not overlap, 0 the same to 1 apart (cobalt's overlapping coefficient, complement). */
  readonly overlapBefore?: number;
  readonly overlapAfter?: number;
  /** Mean |difference| between a starter and a control of its set, standardised; absent where sets are strata or waves. */
  readonly pairDistance?: number;
  /** Mean of the starters without a control; NaN where there are none, or it is known for none. */
  readonly meanUnmatched?: number;
  /** Matched less unmatched starters, standardised. */
  readonly smdUnmatched?: number;
  /** Unmatched starters for whom it is known, and of them those with another value than 0; absent in what is published. */
  readonly knownUnmatched?: { readonly people: number; readonly notZero: number };
}

export interface WaveBalance {
  readonly wave: number;
  readonly starters: number;
  readonly matched: number;
  readonly controls: number;
  readonly atRisk: number;
  readonly worstSmdAfter: number;
  /** By row of the balance: standardised difference after matching within the wave, over the whole sample's SD; NaN where unknown. */
  readonly smdAfter?: readonly number[];
  /** (Σw)²/Σw² of the wave's controls. */
  readonly effectiveControls?: number;
}

/** An outcome in one period before time zero. */
export interface PeriodBalance {
  readonly outcome: string;
  /** Periods before time zero; 1 is the nearest. */
  readonly before: number;
  /** history: matching used it; gap: left out by `history.gap`; held-back: matching did not touch it. */
  readonly role: "history" | "gap" | "held-back";
  readonly smdBefore: number;
  readonly smdAfter: number;
  /** Matched starters and controls for whom it is known, and of the starters those with another value than 0; NaN in what is published. */
  readonly starters: number;
  readonly controls: number;
  readonly notZero: number;
}

/** Squares of the matched covariates that are not 0/1, and the products of each pair that varies. */
export interface ProductBalance {
  readonly squares: number;
  readonly interactions: number;
  /** How many of both differ by more than the threshold. */
  readonly overBefore: number;
  readonly overAfter: number;
  /** The one that differs most after matching, a square where both names are the same; null where there is none. */
  readonly worst: { readonly covariates: readonly [string, string]; readonly smdAfter: number } | null;
}

/** Distribution of the linear score: share of each group in each interval. */
export interface ScoreOverlap {
  /** One more than there are intervals, ascending; the first and the last interval hold whoever lies beyond as well. */
  readonly edges: readonly number[];
  readonly starters: readonly number[];
  readonly others: readonly number[];
  readonly matched: readonly number[];
  readonly controls: readonly number[];
  /** Rows in each interval, group by group in the order above; absent in what is published. */
  readonly people?: readonly (readonly number[])[];
}

/** Effective sample sizes (Σw)²/Σw². Everyone at risk counts once a wave before, a person once after. */
export interface EffectiveSizes {
  readonly treatedBefore: number;
  readonly treatedAfter: number;
  readonly controlsBefore: number;
  readonly controlsAfter: number;
}

export interface Balance {
  readonly kind: "balance";
  readonly rows: readonly BalanceRow[];
  readonly waves: readonly WaveBalance[];
  /** (Σw)²/Σw² of the controls. */
  readonly effectiveControls: number;
  readonly threshold: number;
  readonly worst: number;
  readonly passed: boolean;
  /** Whose SD differences are divided by: the starters', or √((s₁² + s₀²)/2) of both; the starters' if absent. */
  readonly denominator?: "treated" | "control" | "pooled";
  /** How 0/1 covariates are shown: divided by √(p(1 − p)), or as differences of shares; `std` if absent. */
  readonly binary?: "std" | "raw";
  readonly effective?: EffectiveSizes;
  readonly products?: ProductBalance;
  /** By outcome, then nearest period first. */
  readonly periods?: readonly PeriodBalance[];
  readonly scores?: ScoreOverlap;
}
