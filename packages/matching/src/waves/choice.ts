/** How a specification of the matching was chosen among several: by balance alone, before any outcome after a start is looked at. */
export interface Choice {
  /**
   * Of the specifications that keep at least `keep` of the starters that the best-keeping one keeps, the one with the fewest
   * covariates over `threshold`; then the smallest worst difference, the most effective controls, the order of declaration.
   */
  readonly rule: {
    readonly keep: number;
    readonly threshold: number;
    /** Covariates and history variables compared: those that any of the specifications matches on. */
    readonly covariates: number;
  };
  /** The specification as declared first, then the candidates. */
  readonly candidates: readonly ChoiceCandidate[];
}

export interface ChoiceCandidate {
  /** `declared`, or the candidate's own. */
  readonly name: string;
  readonly chosen: boolean;
  /** Code of the problem that stopped it; it has no figures then. */
  readonly failed?: string;
  /** Starters with a control. */
  readonly starters: number;
  /** Whether it keeps enough of them to be chosen. */
  readonly keeps: boolean;
  /** Covariates whose |standardised difference| is over the threshold, or unknown. */
  readonly over: number;
  /** Largest and mean |standardised difference|; NaN where one is unknown. */
  readonly worst: number;
  readonly mean: number;
  /** (Σw)²/Σw² of the controls, each person counted once. */
  readonly effectiveControls: number;
}
