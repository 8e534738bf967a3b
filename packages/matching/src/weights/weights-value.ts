import type { WeightEstimation } from "../comparison.js";

/**
 * Whom the weights are about: att: the treated; atc: the others; ate: everybody; ato: those whose treatment was in the balance, each
 * counted by p(1 − p) (Li, Morgan & Zaslavsky 2018).
 */
export type Target = "att" | "atc" | "ate" | "ato";

export interface WeightsInput {
  /** n × k, row-major, with an intercept (or one for each of several groups). */
  readonly x: Float64Array;
  /** 1 where treated. */
  readonly treated: Uint8Array;
  readonly n: number;
  readonly k: number;
  /** n sampling weights of 0 or more; 1 when left out. They are part of the weights returned. */
  readonly base?: Float64Array;
  /** A column is dropped when earlier columns leave at most this share of its norm. Default 1e-7. */
  readonly tolerance?: number;
  /** Newton steps at most; default 60. */
  readonly maxIterations?: number;
}

export interface Weights {
  /** n values, sampling weights included; 0 where trimmed. */
  readonly weight: Float64Array;
  /** Coefficients of the index X b that the weights follow, 0 where dropped; k, or k for the others and then k for the treated. */
  readonly coefficients: Float64Array;
  /** Fitted probability of treatment; absent for entropy balancing, which fits none. */
  readonly probability?: Float64Array;
  /** Columns that are combinations of earlier ones, ascending. */
  readonly dropped: number[];
  /**
   * Columns for which no weights exist: their target lies outside, or at the edge of, what weighted rows can reach (for a score: they separate the arms).
   * The weights then mean nothing. Empty when all is well.
   */
  readonly infeasible: number[];
  /** True where each column of `infeasible` could be balanced, but not all of them together; they are then in order of their part in that. */
  readonly jointly: boolean;
  readonly converged: boolean;
  readonly iterations: number;
  /** 1 where the row was trimmed away; absent without trimming of rows. */
  readonly trimmed?: Uint8Array;
  /** Present for smooth, just-identified weights that were found. */
  readonly estimation?: WeightEstimation;
}
