import type { Periods } from "@kontrafakt/base";
import type { Ledger } from "../ledger/ledger.js";

/** Treated before the first period. */
export const ALWAYS = -1;
/** Never treated. */
export const NEVER = 2 ** 31 - 1;

/** One outcome, unit-major: `values[i * periods + t]`. NaN where not observed or missing. */
export interface Measure {
  readonly name: string;
  /** days, hours, kr, score … */
  readonly unit: string;
  readonly values: Float64Array;
}

/** One value a unit, NaN missing. A category is 0/1 indicators, one covariate a level but the first. */
export interface Covariate {
  readonly name: string;
  readonly values: Float64Array;
  /** Of a category's indicator: the level that has none. */
  readonly base?: string;
}

export interface Clustering {
  readonly name: string;
  /** Cluster of each unit, 0-based and dense; −1 unknown. */
  readonly of: Int32Array;
  readonly count: number;
  /**
   * Where clusters change over time: the ordinal at which the first other person started while in the same cluster as the unit, `ALWAYS`
   * if before the first period, `NEVER` if none did. `of` is then the cluster on one day.
   */
  readonly exposed?: Int32Array;
}

/** A dense unit × period panel. */
export interface Panel {
  readonly kind: "panel";
  readonly units: number;
  readonly periods: Periods;
  /** Pseudonym of each unit, or its place in the people file where no key was given; never in results. */
  readonly ids: readonly string[];
  /** Period ordinal of first treatment, `ALWAYS` or `NEVER`. */
  readonly firstTreated: Int32Array;
  /** Day of birth of each unit, where units are people. */
  readonly born?: Int32Array;
  /** 1 where the unit was under observation, unit-major. */
  readonly observed: Uint8Array;
  readonly measures: readonly Measure[];
  readonly covariates: readonly Covariate[];
  readonly clusterings: readonly Clustering[];
  readonly samplingWeight?: Float64Array;
  readonly ledger?: Ledger;
}
