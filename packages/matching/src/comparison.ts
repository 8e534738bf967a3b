/** Roles in a matched set. */
export const CONTROL = 0;
export const TREATED = 1;

/**
 * Columnar rows: a person in a wave in a matched set. Units may recur (a later starter can serve as a control before).
 * One treated row a set; control weights sum to 1 in a set before observation is looked at.
 */
export interface Comparison {
  readonly kind: "comparison";
  /** Index into the panel's units. */
  readonly unit: Int32Array;
  /** Period ordinal of the wave's start. */
  readonly wave: Int32Array;
  /** Dense from 0. */
  readonly set: Int32Array;
  readonly role: Uint8Array;
  readonly weight: Float64Array;
  /** The start, or pseudo-start, ordinal. */
  readonly start: Int32Array;
  /**
   * First ordinal at which the row no longer counts: a control's own start less anticipation, or that of the first to start in
   * its household (or whatever clustering is excluded); NEVER if none.
   */
  readonly until: Int32Array;
  /** Linear predictor of the score. */
  readonly score: Float64Array;
  /** Wave ordinals, ascending. */
  readonly waves: Int32Array;
  /**
   * rows × waves: estimated probability that a control (and its household, where excluded) has not started by each wave, given
   * that it had not at its set's wave. 1 for treated rows and earlier waves. Control weights are divided by it (inverse probability of censoring).
   */
  readonly uncensored: Float64Array;
  /** Periods between referral and start, before which the base lies. */
  readonly anticipation: number;
  /** Number of periods before time zero (start less anticipation) that matching used; older ones are held back. */
  readonly historyUsed: number;
}
