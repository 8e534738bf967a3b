import type { Measure } from "@kontrafakt/cohort";

/** Units that have every outcome in every period. */
export interface MomentSample {
  readonly n: number;
  /** Row of each unit in the measures. */
  readonly unit: Int32Array;
  /** Ordinal of first treatment of each. */
  readonly group: Int32Array;
  /** The first periods of the measures. */
  readonly periods: Int32Array;
  readonly outcomes: readonly { readonly measure: Measure; readonly name: string; readonly unit: string }[];
  /** Sampling weight of each. */
  readonly w: Float64Array;
  /** Cluster of each, dense. */
  readonly atom: Int32Array;
  readonly atoms: number;
}
