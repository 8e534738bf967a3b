import type { Periods, Problem } from "@kontrafakt/base";
import type { Ledger } from "../ledger/ledger.js";
import type { FileDetected } from "../table/reading.js";

/** One group (in one stratum) of aggregated cells. Arrays are one number a variable: outcome × periods + period. */
export interface CellGroup {
  readonly name: string;
  readonly stratum: string;
  readonly firstTreated: number;
  /** 0 where the cell is not there. */
  readonly n: Float64Array;
  readonly mean: Float64Array;
  /** Standard deviation between people, divisor n − 1; NaN where it is not told. */
  readonly sd: Float64Array;
  /** People whose value is not 0, where counts tell; else NaN. */
  readonly nonZero: Float64Array;
  /** Covariance between people's values in two variables, variables × variables; NaN where it is not told. */
  readonly covariance?: Float64Array;
}

/** Groups × periods with number of people, mean and spread. */
export interface Cells {
  readonly kind: "cells";
  readonly periods: Periods;
  readonly outcomes: readonly { readonly name: string; readonly unit: string }[];
  readonly groups: readonly CellGroup[];
  /** Declared correlation between a group's means in two periods. */
  readonly correlation?: readonly [number, number];
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
  readonly detected: readonly FileDetected[];
}
