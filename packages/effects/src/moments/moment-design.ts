import type { CohortMoments } from "@kontrafakt/cohort";
import type { AttGtCell } from "../att-gt/att-gt-cells.js";

/** What is compared with what: sums made ready for group-time effects. */
export interface MomentDesign {
  readonly moments: CohortMoments;
  /** Group of each arm as the estimator sees it: NEVER for controls only, ALWAYS for arms left out. */
  readonly group: Int32Array;
  /** Groups with an effect to estimate, ascending. */
  readonly groups: Int32Array;
  /** Ordinals used: the first of the moments' periods. */
  readonly periods: Int32Array;
  /** Outcomes by their place in the moments. */
  readonly outcomes: readonly number[];
  readonly cells: readonly AttGtCell[];
  readonly control: "never" | "notYet";
  readonly compat: "none" | "did";
}
