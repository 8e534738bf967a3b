import type { Periods } from "@kontrafakt/base";
import type { Ledger } from "../ledger/ledger.js";
import type { Clustering, Covariate, Measure } from "./panel.js";

/** Different people in each period, or people who cannot be linked: one row a person and period. */
export interface CrossSections {
  readonly kind: "cross-sections";
  readonly rows: number;
  readonly periods: Periods;
  /** Index into the periods' ordinals of each row. */
  readonly period: Int32Array;
  /** Period ordinal at which the group of each row was first treated, `ALWAYS` or `NEVER`. */
  readonly firstTreated: Int32Array;
  /** Group of each row, an index into `groupNames`. */
  readonly group: Int32Array;
  readonly groupNames: readonly string[];
  /** One value a row, NaN missing. */
  readonly measures: readonly Measure[];
  readonly covariates: readonly Covariate[];
  readonly clusterings: readonly Clustering[];
  readonly samplingWeight?: Float64Array;
  readonly ledger?: Ledger;
}
