import type { Problem } from "@kontrafakt/base";
import type { EstimatorName, Interval } from "@kontrafakt/effects";
import type { Balance } from "@kontrafakt/matching";
import type {
  BudgetRow,
  ClaimRow,
  CostRow,
  MoneyFiles,
  PriceRow,
  Savings,
  StudyFacts,
  Verification,
  VolumeRow,
} from "@kontrafakt/savings";
import type { Beside, Relative } from "./beside/beside-value.js";
import type { Count } from "./count.js";
import type { OwnerRules } from "./disclosure/figure-rules.js";
import type { WithheldReason } from "./disclosure/tally.js";
import type { InferenceResult } from "./inference/inference-result.js";

export type { Beside, Relative } from "./beside/beside-value.js";
export type { Count } from "./count.js";
export type { ChoiceResult, InferenceResult, MethodResult } from "./inference/inference-result.js";

/** Raised, with a migration and a CHANGELOG line, whenever the shape of `Results` changes. */
export const SCHEMA_VERSION = 6;

/** A text in one language, or in several by code. */
export type Text = string | Readonly<Record<string, string>>;

/** What was found out about a file that was read, by name: encoding, delimiter, decimal mark and so on. */
export type FileAsRead = Readonly<Record<string, string | number | boolean>> & { readonly file: string };

/** A sum of effects over the people and periods of a wave in a calendar year, in the outcome's unit. */
export interface EffectSum {
  readonly outcome: string;
  readonly unit: string;
  readonly kind: "total";
  readonly scale: "difference";
  /** Period ordinal of the wave's start. */
  readonly group: number;
  readonly year: number;
  /** Ordinal of the last period of the year that is in it. */
  readonly time: number;
  /** Periods with an estimate in it; absent in results of older versions. */
  readonly periods?: number;
}

export interface FileFlow {
  readonly file: string;
  readonly read: Count;
  readonly used: Count;
  readonly listed: Count;
  readonly reasons: readonly { readonly code: string; readonly listed: boolean; readonly rows: Count }[];
}

/** A study of data that are not people followed one by one. */
export interface GroupsResult {
  readonly source: "cells" | "cross-sections" | "moments" | "effects-file";
  readonly estimator: EstimatorName | "file";
  readonly label: string;
  /** Cohorts by start, and how many units each has. */
  readonly cohorts: readonly { readonly start: number | null; readonly label: string; readonly units: Count }[];
  /** How well the covariance is known: from persons, from assumed correlations, or allowing for any correlation. */
  readonly covariance: "given" | "assumed" | "conservative";
}

export interface OutcomeResult {
  readonly name: string;
  readonly label: Text;
  readonly unit: string;
  /** Priced, or a human outcome that stands beside the money. */
  readonly priced: boolean;
  /** For human outcomes: which direction is good. */
  readonly better: "lower" | "higher";
  /** Set where so few people have the outcome that none of its figures may be told; they are then missing, and its money is left out. */
  readonly withheld?: "few";
  /** Mean effect per treated person-period after the start, and the programme's total. */
  readonly mean: Interval;
  readonly total: Interval;
  /** Event study relative to the base; `role` says what a period was used for. */
  readonly events: readonly (Interval & {
    readonly event: number;
    readonly n: Count;
    readonly role: "held-back" | "history" | "base" | "gap" | "anticipation" | "after";
  })[];
  readonly paths: {
    readonly event: readonly number[];
    readonly treated: readonly (number | null)[];
    readonly comparison: readonly (number | null)[];
    readonly rest: readonly (number | null)[];
  };
  /** Published averages of others at the events of `paths`, where the study names them; they enter no estimate. */
  readonly others?: {
    readonly label: Text;
    readonly source: Text;
    readonly groups: number;
    /** Fewest and most people the averages are of. */
    readonly people: readonly [number, number];
    readonly values: readonly (number | null)[];
  };
  /** Mean level of both groups over the base window and from the start on; absent in results of schema version 1. */
  readonly levels?: Readonly<Record<"base" | "after", { readonly treated: number | null; readonly comparison: number | null }>>;
  /** Test on periods that matching did not touch; null where none remain. */
  readonly preTrend: {
    readonly periods: number;
    readonly restrictions: number;
    readonly statistic: number;
    readonly df1: number;
    readonly df2: number;
    readonly p: number;
  } | null;
  /** The mean effect as a share of what would have been; absent in results before schema version 4, or where it may not be told. */
  readonly relative?: Relative;
  /** How sure the total is said to be, and what other methods say of it; absent in results before schema version 5. */
  readonly inference?: InferenceResult;
  /** Other estimators on everyone, unmatched, where `effects.estimators` asks for them. */
  readonly beside?: readonly Beside[];
  /** What simpler comparisons would have said (total, same units). */
  readonly naive: { readonly beforeAfter: number; readonly treatedVersusRest: number };
}

/** How the comparison group was found. */
export interface MatchingResult {
  readonly method: "nearest" | "exact" | "coarsened" | "ipw" | "entropy" | "cbps";
  /** Of weighted comparisons: whom the effect is about. */
  readonly target?: "att" | "ate" | "ato";
  /** set: matched sets are independent of one another; unit: people are. */
  readonly independence: "set" | "unit";
  /** sets: they follow from the sets; estimated: their own estimation enters the standard errors; fixed: they are held fixed. */
  readonly weights: "sets" | "estimated" | "fixed";
  /** Clusterings whose members were no controls for one another; absent in results before schema version 3. */
  readonly exclude?: readonly string[];
  /** How far starters had moved from their own level a year before, as the referral neared; absent in results before schema version 3. */
  readonly peak?: {
    /** Periods before time zero, [nearest, farthest]. */
    readonly window: readonly [number, number];
    readonly year: number;
    /** In starters' SDs, the others' change set off. */
    readonly outcomes: readonly { readonly outcome: string; readonly size: number; readonly found: boolean }[];
  };
  /** The specifications that were compared by balance alone, where the study names several. */
  readonly choice?: {
    /** Share of the starters of the best-keeping specification that one must keep to be chosen. */
    readonly keep: number;
    readonly threshold: number;
    readonly covariates: number;
    readonly candidates: readonly {
      /** `declared`, or the candidate's own. */
      readonly name: string;
      readonly chosen: boolean;
      /** Code of the problem that stopped it; it then has no figures. */
      readonly failed?: string;
      readonly starters?: Count;
      readonly keeps?: boolean;
      /** Covariates that differ by more than the threshold. */
      readonly over?: number;
      readonly worst?: number;
      readonly effectiveControls?: number;
    }[];
  };
  /** The options of the one that was used, where there were several. */
  readonly used?: Readonly<Record<string, unknown>>;
}

/** The same evaluation with history and base taken before the referral's peak, beside the declared one; figures are told roughly. */
export interface Bracket {
  /** Periods before time zero that it leaves out; the declared evaluation leaves out `declaredGap`. */
  readonly gap: number;
  readonly declaredGap: number;
  /** Starters matched in it. */
  readonly matched: Count;
  readonly outcomes: readonly { readonly outcome: string; readonly mean: Interval; readonly total: Interval }[];
  /** The primary figure, where the money of the same outcomes can be told. */
  readonly evaluated?: Interval;
  readonly verdict?: Verification["verdict"];
  /** The primary figure has the same sign in both. */
  readonly agrees: boolean;
}

/**
 * All that leaves the machine, by design. matched: people, compared with matched others. groups: an estimator on everyone in data that
 * are not people followed one by one. Suffices to redo everything right of effects; holds nothing keyed by a person or matched set.
 */
export type Results = MatchedResults | GroupsResults;

export interface MatchedResults extends CommonResults {
  readonly design: "matched";
  readonly flow: {
    readonly files: readonly FileFlow[];
    readonly people: readonly { readonly code: string; readonly people: Count; readonly treated: Count }[];
  };
  readonly waves: readonly {
    readonly label: string;
    readonly ordinal: number;
    readonly starters: Count;
    readonly matched: Count;
    readonly controls: Count;
    readonly followUp: number;
  }[];
  readonly analysed: { readonly starters: Count; readonly matched: Count; readonly controls: Count; readonly unmatched: Count };
  readonly balance: Balance;
  readonly matching: MatchingResult;
  /** Where starters were referred at a peak, or the study always asks for it. */
  readonly bracket?: Bracket;
  readonly outcomes: readonly OutcomeResult[];
}

export interface GroupsResults extends CommonResults {
  readonly design: "groups";
  /** Rows of the files as read; what others computed has none. */
  readonly flow: { readonly files: readonly FileFlow[] };
  readonly groups: GroupsResult;
  readonly outcomes: readonly GroupsOutcome[];
}

/** An outcome of a study of groups: no paths of matched people, and no contrasts with them. */
export type GroupsOutcome = Omit<OutcomeResult, "paths" | "levels" | "naive" | "others" | "beside">;

/** What the money side was told of the people, apart from effects. */
export type PublishedFacts = Omit<StudyFacts, "outcomes" | "subgroups">;

/** What results of every design hold. */
export interface CommonResults {
  readonly kind: "results";
  readonly schemaVersion: number;
  readonly product: { readonly name: string; readonly version: string };
  readonly seed: number;
  /** The study with every default filled in. */
  readonly study: Readonly<Record<string, unknown>>;
  readonly title: Text;
  readonly municipality: Text;
  readonly programme: Text;
  readonly inputs: readonly { readonly role: string; readonly file: string; readonly sha256: string }[];
  readonly lock: {
    readonly status: "locked" | "deviates" | "not-locked";
    readonly deviations: readonly { readonly what: string; readonly locked: string; readonly now: string }[];
    /** Day of the lock, yyyy-mm-dd. */
    readonly lockedOn?: string;
    /** Results of an earlier run stood beside the study when it was locked. */
    readonly afterResults?: true;
  };
  readonly periods: { readonly unit: string; readonly labels: readonly string[]; readonly ordinals: readonly number[] };
  /** Sums over wave and calendar year of every outcome with their joint covariance (packed lower triangle, row by row). */
  readonly effects: {
    readonly estimator: string;
    readonly clusters: Count;
    /** Standard errors are the largest possible and correlations are not known. */
    readonly bounded?: true;
    readonly terms: readonly EffectSum[];
    readonly estimate: readonly number[];
    readonly df: readonly number[];
    readonly covariance: readonly number[];
  };
  readonly savings: Savings;
  /** The primary figure against the claim, and what other methods say of it, in money. */
  readonly verification: Verification & { readonly inference?: InferenceResult };
  /** Prices, programme cost, claim and budget as read: enough to redo the money. */
  readonly money: {
    readonly prices: readonly PriceRow[];
    /** Prices of years after the last ones, where refund rules change then. */
    readonly later?: readonly PriceRow[];
    readonly costs: readonly CostRow[];
    readonly claim: readonly ClaimRow[];
    readonly budget: readonly BudgetRow[];
    readonly volume?: readonly VolumeRow[];
    readonly index?: MoneyFiles["index"];
    /** Prices beside spend at fixed prices, in no total. */
    readonly listed?: readonly PriceRow[];
    /** What the money rests on besides: sums and shares over people, as they may be told. */
    readonly facts: PublishedFacts;
  };
  /** How the files about people turned out to be written. */
  readonly data: { readonly files: readonly FileAsRead[] };
  /** Which disclosure rules were in force, and how many figures are withheld or told roughly, by reason; never which. */
  readonly disclosure: {
    readonly rules: readonly OwnerRules[];
    readonly withheld: readonly { readonly reason: WithheldReason; readonly figures: number }[];
  };
  /** Warnings and notes that the reader of the report must see. */
  readonly problems: readonly Problem[];
}
