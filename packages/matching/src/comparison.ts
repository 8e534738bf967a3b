/** Roles in a matched set. */
export const CONTROL = 0;
export const TREATED = 1;

/**
 * How the weights of a comparison were estimated: θ̂ − θ ≈ Σ over rows of `influence`, and ∂ weight / ∂θ. With ∂effect/∂θ = Σ over rows j of
 * (∂effect/∂weightⱼ) gradientⱼ, a row's influence on the effect gains its `influence` times that. `gradient` is of the weights as they stand here,
 * scaled within sets.
 */
export interface WeightEstimation {
  /** Number of parameters θ. */
  readonly parameters: number;
  /** rows × parameters: each row's part in θ̂ − θ. */
  readonly influence: Float64Array;
  /** rows × parameters: derivative of the row's weight. */
  readonly gradient: Float64Array;
}

/**
 * Columnar rows: a person in a wave in a set. Units may recur (a later starter can serve as a control before; with replacement a
 * control can serve in several sets). A set has one treated row or more; its control weights sum to its treated weights before
 * observation is looked at. Under nearest neighbours a set is a starter and its controls, under exact and coarsened matching a stratum of a
 * wave, under weighting the wave. A weight may be 0: trimmed, but part of what the weights were estimated from.
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
  /** set: sets are small and independent of one another; unit: sets are strata or waves, and rows are taken as independent by person. */
  readonly independence: "set" | "unit";
  /** Present where the weights are smooth in estimated parameters; else they are held fixed. */
  readonly estimation?: WeightEstimation;
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
  /** Periods just before time zero (start less anticipation) that matching and the base leave out. */
  readonly gap: number;
  /** Periods before time zero that matching used, counted from time zero, the gap included; older ones are held back. */
  readonly historyUsed: number;
}
