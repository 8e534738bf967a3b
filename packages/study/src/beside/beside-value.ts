import type { BaconType, EstimatorName, Interval } from "@kontrafakt/effects";
import type { Count } from "../count.js";
import type { InferenceResult } from "../inference/inference-result.js";

/** One estimator on everyone, unmatched: mean effects per treated unit and period. */
export interface Beside {
  /** The study's name for it. */
  readonly name: string;
  readonly estimator: EstimatorName;
  /** With its main choices, as the package names it. */
  readonly label: string;
  /** Code of the problem that stopped it; it then has no averages. */
  readonly failed?: string;
  readonly units: Count;
  /** Share of the rows (a unit in a period) it used. */
  readonly rowsUsed?: number;
  /** By each aggregation; `at` is the event time, group or period of a part. Estimators of one number have only `simple`. */
  readonly averages: readonly {
    readonly type: "simple" | "dynamic" | "group" | "calendar";
    readonly overall: Interval;
    readonly parts: readonly (Interval & { readonly at: number; readonly n: Count })[];
  }[];
  /** Cells that could not be estimated and so are in none of its averages. */
  readonly missingCells?: number;
  /** Test that shuffles starts over units, of the mean over all treated person-periods (efficient). */
  readonly randomisation?: { readonly p: number; readonly draws: number };
  readonly relative?: Relative;
  /** How sure the overall effect is said to be, and what other methods say of it. */
  readonly inference?: InferenceResult;
  /** What went into the number of two-way fixed effects. */
  readonly decomposition?: {
    /** Comparisons of two groups by kind: share of the weight, and their average. */
    readonly types: readonly { readonly type: BaconType; readonly weight: number; readonly estimate: number }[];
    /** Weights of treated cells: how many are negative, and their sum. */
    readonly negative: { readonly cells: number; readonly of: number; readonly sum: number };
  };
}

/** A mean effect as a share of what would have been: ratio = effect / counterfactual mean. */
export interface Relative {
  readonly ratio: number;
  readonly counterfactual: number;
  /** Delta method, pointwise. */
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
  /**
   * Fieller's set at the same level: between lower and upper; outside of them; or every number (both null), where the
   * counterfactual mean itself may be 0.
   */
  readonly fieller: {
    readonly shape: "between" | "outside" | "everything";
    readonly lower: number | null;
    readonly upper: number | null;
  };
}
