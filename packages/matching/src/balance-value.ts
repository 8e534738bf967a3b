/** One covariate's balance. Standardised by the treated SD of the unadjusted sample. */
export interface BalanceRow {
  readonly covariate: string;
  readonly binary: boolean;
  /** Used in the score. */
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
}

export interface WaveBalance {
  readonly wave: number;
  readonly starters: number;
  readonly matched: number;
  readonly controls: number;
  readonly atRisk: number;
  readonly worstSmdAfter: number;
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
}
