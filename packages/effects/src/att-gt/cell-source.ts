import type { Problem } from "@kontrafakt/base";
import type { Measure } from "@kontrafakt/cohort";
import type { Fit, SampleUse } from "../effects-value.js";
import type { EstimatedWeights } from "../estimated-weights.js";
import type { CellRows, Reason } from "./cell-rows.js";

/** What an estimate is of, before anybody is counted. */
export interface CellKey {
  readonly outcome: string;
  readonly unit: string;
  readonly group: number;
  /** Ordinal. */
  readonly time: number;
  /** 0 by construction. */
  readonly reference: boolean;
  /** Why it cannot be estimated, whoever is observed. */
  readonly empty?: Reason;
}

/** Cells that share their rows, weights and covariates, so that everything before the outcomes is fitted once. */
export interface CellBlock {
  /** Which estimates they are: indices of keys. */
  readonly terms: Int32Array;
  /** Part of the estimate they make up: less than 1 where an estimate is a mean over several base periods. */
  readonly share: number;
  readonly rows: CellRows;
  /** Atom of each row, and its place in what the source was made from. */
  readonly atom: Int32Array;
  readonly place: Int32Array;
  /** Rows × terms: change from the base (cross-sections: the outcome), and the outcome at the cell's period. */
  readonly y: Float64Array;
  readonly level: Float64Array;
}

/** Whose share each group is: units, or rows of cross-sections. */
export interface ShareSample {
  readonly groups: Int32Array;
  readonly group: Int32Array;
  readonly w: Float64Array;
  readonly atom: Int32Array;
  /** Period of each row of cross-sections. */
  readonly apart?: Int32Array;
}

/** Data made ready for group-time effects, whatever their kind. */
export interface CellSource {
  readonly keys: readonly CellKey[];
  readonly outcomes: readonly Pick<Measure, "name" | "values">[];
  /** Names of the covariates, the constant left out. */
  readonly covariates: readonly string[];
  readonly atoms: number;
  readonly stratum: Int32Array;
  /** 1 for atoms that hold a treated unit; where `shares` are known they tell. */
  readonly treated?: Uint8Array;
  /** @param weights one an atom; all 1 if absent */
  blocks(weights?: Float64Array): Iterable<CellBlock>;
  readonly shares?: ShareSample;
  /** Whether all of an arm are in each of its cells. */
  readonly whole?: boolean;
  readonly matching?: Fit["matching"];
  /** How the weights of rows were estimated, where they are not held fixed. */
  readonly estimation?: EstimatedWeights;
  /** Asked once the blocks have been made. */
  use(): SampleUse;
  readonly problems: readonly Problem[];
}
