import type { AssumedRow, PlannedClaim, Savings, TargetGroup } from "@kontrafakt/savings";
import type { CommonResults, GroupsOutcome, Results } from "../results.js";

/** An outcome that a plan is to change: what is assumed on average per starter and year, and in all. */
export type PlanOutcome = GroupsOutcome;

/** What is assumed of one outcome in one year since the start. */
export interface PlanEffect extends AssumedRow {
  /** What is counted with, per starter: less dropouts, those it does not succeed for, and optimism bias. */
  readonly counted: number;
}

/** A plan: nothing in it was observed, so there is no verdict. */
export interface PlanResults extends Omit<CommonResults, "verification"> {
  readonly design: "plan";
  readonly outcomes: readonly PlanOutcome[];
  readonly savings: Savings;
  readonly plan: {
    readonly from: number;
    readonly until: number;
    /** Planned starters with the range that holds 95% of what is counted on; the same where it is known. */
    readonly starters: readonly {
      readonly year: number;
      readonly starters: number;
      readonly low: number;
      readonly high: number;
    }[];
    readonly dropouts: number;
    readonly successRate: number;
    readonly effects: readonly PlanEffect[];
    /** Where the plan has a history. Years with few people are left out. */
    readonly target?: TargetGroup;
    readonly costBias?: { readonly uplift: number; readonly mitigated: number; readonly source: string };
    /** The saving that a later study is to be held against; claim.csv. */
    readonly claim: readonly PlannedClaim[];
    readonly measure: "gross" | "cashable";
  };
}

/** Results of any design: of a study, or of a plan. */
export type AnyResults = Results | PlanResults;
