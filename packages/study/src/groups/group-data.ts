import type { Periods, Problem } from "@kontrafakt/base";
import type { CohortMoments, CrossSections, FileDetected, KnownCovariance, Ledger } from "@kontrafakt/cohort";
import type { EffectsFromFile } from "@kontrafakt/effects";
import type { GroupsResult } from "../results.js";

/** A cohort by its start (`NEVER` for those who never start), and how many units it has; in its fullest period, where each has others. */
export interface GroupCohort {
  readonly start: number;
  readonly units: number;
}

/** What the files of a study of groups hold: sums, rows, or effects that are estimated already. */
export interface GroupData {
  readonly kind: "group-data";
  readonly source: GroupsResult["source"];
  readonly data: CohortMoments | CrossSections | EffectsFromFile;
  readonly periods: Periods;
  readonly outcomes: readonly { readonly name: string; readonly unit: string }[];
  /** Ascending by start. Those treated before the first period are in none. */
  readonly cohorts: readonly GroupCohort[];
  /** Units treated before the first period. */
  readonly always: number;
  /** How well the covariance is known. */
  readonly covariance: KnownCovariance;
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
  readonly detected: readonly FileDetected[];
}
