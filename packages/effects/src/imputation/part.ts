import type { Term } from "../effects-value.js";
import type { BlockSystem } from "../fixed-effects/unit-blocks.js";

/** Which term a row belongs to: `termOf[cohort * periods + t]` (−1 none), if `counted` is 1. */
export interface Assigned {
  readonly termOf: Int32Array;
  readonly counted: Uint8Array;
}

/**
 * Terms with an influence of each unit that is linear in its rows:
 * Σ over rows of `own` (to the row's term) + `sign` · Σ over fitted rows of `score` (d'ν + z'μ).
 */
export interface Part {
  readonly terms: readonly Term[];
  readonly estimate: Float64Array;
  /** Factor on the influence: small-sample corrections. */
  readonly scale: number;
  readonly rows: Assigned;
  /** Of each row; 0 where it has none. Absent for coefficients of the model itself. */
  readonly own?: Float64Array;
  /** Absent for means of outcomes, which need no model. */
  readonly model?: PartModel;
}

export interface PartModel {
  readonly system: BlockSystem;
  /** Weight times residual in fitted rows, 0 elsewhere. */
  readonly score: Float64Array;
  readonly sign: 1 | -1;
  /** μ by dense column: width × terms. */
  readonly dense: Float64Array;
  /** ν: blocks × terms × q, where blocks reach over clusters. */
  readonly block?: Float64Array;
}
