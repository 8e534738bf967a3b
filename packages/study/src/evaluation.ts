import type { Cohort, FileDetected, Ledger, Linkage } from "@kontrafakt/cohort";
import type { Effects } from "@kontrafakt/effects";
import type { AssumedRow, HistoryRow } from "@kontrafakt/savings";
import type { AnyResults, PlanResults } from "./plan/plan-results.js";
import type { FileAsRead, GroupsResult, GroupsResults, MatchedResults } from "./results.js";

/** What an evaluation gives: what may be published, and what stays. */
interface EvaluationOf<R extends AnyResults> {
  readonly kind: "evaluation";
  /** May be published. */
  readonly results: R;
  /** Personal data: stays with whoever may see it. */
  readonly internal: { readonly ledger: Ledger; readonly effects: Effects };
}

export type MatchedEvaluation = EvaluationOf<MatchedResults>;
export type GroupEvaluation = EvaluationOf<GroupsResults>;
export type PlanEvaluation = EvaluationOf<PlanResults>;
export type Evaluation = MatchedEvaluation | GroupEvaluation;
/** Of a study of any design, or of a plan. */
export type AnyEvaluation = Evaluation | PlanEvaluation;

/** What can be known without looking at an outcome after the start. Its counts are exact, for those who hold the data: not for publishing. */
export interface Check extends Pick<MatchedResults, "flow" | "waves" | "analysed" | "balance" | "problems"> {
  readonly kind: "check";
  /** How the comparison group is found: with candidates, the method of the one that was used. */
  readonly method: MatchedResults["matching"]["method"];
  readonly internal: { readonly ledger: Ledger; readonly linkage: readonly Linkage[]; readonly detected: Cohort["detected"] };
}

/** The same of a study of groups: who is in which cohort, and what was measured when. */
export interface GroupCheck extends Pick<GroupsResults, "flow" | "periods" | "problems"> {
  readonly kind: "group-check";
  readonly source: GroupsResult["source"];
  readonly covariance: GroupsResult["covariance"];
  readonly cohorts: GroupsResult["cohorts"];
  readonly outcomes: readonly { readonly name: string; readonly unit: string }[];
  readonly files: readonly FileAsRead[];
  readonly internal: { readonly ledger: Ledger; readonly detected: readonly FileDetected[] };
}

/** What the files of a plan hold. */
export interface PlanCheck extends Pick<PlanResults, "problems"> {
  readonly kind: "plan-check";
  readonly starters: PlanResults["plan"]["starters"];
  readonly effects: readonly AssumedRow[];
  readonly history: readonly Omit<HistoryRow, "origin">[];
  readonly payers: readonly string[];
}
