import type { Problem } from "@kontrafakt/base";
import type { Term } from "../effects-value.js";
import type { RegressionSample } from "./regression-sample.js";

export type TermLabel = Pick<Term, "kind" | "group" | "time" | "event">;

/** What a regression asks of a panel: who counts, in which group, and which term a treated group has in each period. */
export interface TermPlan {
  readonly estimator: string;
  /** Ordinal of each unit's start, as the estimator sees it; NEVER for whoever is not treated. */
  readonly group: Int32Array;
  /** 1 for units left out. */
  readonly out: Uint8Array;
  /** How many periods count, from the first. */
  readonly periods: number;
  readonly anticipation: number;
  readonly problems: readonly Problem[];
  /** Whether only the never treated are controls. */
  readonly neverOnly: boolean;
  /**
   * Terms in the order they come out.
   * @param groups treated groups, ascending
   * @param present whether group and period have rows
   */
  readonly terms: (groups: readonly number[], present: (group: number, time: number) => boolean, outcome: string) => PlannedTerms;
  /** What else there is to say of an outcome once its columns are ready. */
  readonly inspect?: (outcome: string, first: FirstColumn) => Problem[];
}

/** The first term once fixed effects and the other columns are taken out. */
export interface FirstColumn {
  readonly sample: RegressionSample;
  /** Term of each row, −1 for none. */
  readonly label: Int32Array;
  /** √w times what fixed effects and other columns leave of the term, but for a factor. */
  readonly column: Float64Array;
  readonly root?: Float64Array;
}

export interface PlannedTerms {
  readonly labels: readonly TermLabel[];
  /** Index of the term of a group in a period (by position); −1 for none. A row has at most one. */
  readonly at: (group: number, time: number) => number;
  /** Terms in the order in which the later of two collinear ones is dropped; as they come if absent. */
  readonly precedence?: readonly number[];
  /** Terms that enter the regression but cannot be told from the fixed effects. */
  readonly hidden?: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}
