import type { Problem } from "@kontrafakt/base";
import type { Interval, Term } from "@kontrafakt/effects";
import type { Balance } from "@kontrafakt/matching";
import type { BudgetRow, ClaimRow, CostRow, PriceRow, Savings, Verification } from "@kontrafakt/savings";

/** Raised, with a migration and a CHANGELOG line, whenever the shape of `Results` changes. */
export const SCHEMA_VERSION = 1;

/** A count fit for publishing: below the threshold it is withheld and only `"<5"`-like text stands. */
export type Count = number | string;

/** A text in one language, or in several by code. */
export type Text = string | Readonly<Record<string, string>>;

export interface FileFlow {
  readonly file: string;
  readonly read: Count;
  readonly used: Count;
  readonly listed: Count;
  readonly reasons: readonly { readonly code: string; readonly listed: boolean; readonly rows: Count }[];
}

/** Mean effects per treated unit and period by each aggregation; `at` is the event time, group or period of a part, null overall. */
export interface Textbook {
  readonly estimator: string;
  readonly units: Count;
  readonly averages: readonly {
    readonly type: "simple" | "dynamic" | "group" | "calendar";
    readonly overall: Interval;
    readonly parts: readonly (Interval & { readonly at: number; readonly n: Count })[];
  }[];
}

export interface OutcomeResult {
  readonly name: string;
  readonly label: Text;
  readonly unit: string;
  /** Priced, or a human outcome that stands beside the money. */
  readonly priced: boolean;
  /** For human outcomes: which direction is good. */
  readonly better: "lower" | "higher";
  /** Mean effect per treated person-period after the start, and the programme's total. */
  readonly mean: Interval;
  readonly total: Interval;
  /** Event study relative to the base; `role` says what a period was used for. */
  readonly events: readonly (Interval & {
    readonly event: number;
    readonly n: Count;
    readonly role: "held-back" | "history" | "base" | "anticipation" | "after";
  })[];
  readonly paths: {
    readonly event: readonly number[];
    readonly treated: readonly (number | null)[];
    readonly comparison: readonly (number | null)[];
    readonly rest: readonly (number | null)[];
  };
  /** Test on periods that matching did not touch; null where none remain. */
  readonly preTrend: {
    readonly periods: number;
    readonly restrictions: number;
    readonly statistic: number;
    readonly df1: number;
    readonly df2: number;
    readonly p: number;
  } | null;
  /** The textbook estimator on everyone, unmatched, where `effects.textbook` asks for it. */
  readonly textbook?: Textbook;
  /** What simpler comparisons would have said (total, same units). */
  readonly naive: { readonly beforeAfter: number; readonly treatedVersusRest: number };
}

/** All that leaves the machine. Suffices to redo everything right of effects; holds nothing keyed by a person or matched set. */
export interface Results {
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
  readonly outcomes: readonly OutcomeResult[];
  /** Post-period cells of every outcome with their joint covariance (packed lower triangle, row by row). */
  readonly effects: {
    readonly estimator: string;
    readonly clusters: Count;
    readonly terms: readonly Term[];
    readonly estimate: readonly number[];
    readonly df: readonly number[];
    readonly covariance: readonly number[];
  };
  readonly savings: Savings;
  readonly verification: Verification;
  /** Prices, programme cost, claim and budget as read: enough to redo the money. */
  readonly money: {
    readonly prices: readonly PriceRow[];
    readonly costs: readonly CostRow[];
    readonly claim: readonly ClaimRow[];
    readonly budget: readonly BudgetRow[];
  };
  /** Warnings and notes that the reader of the report must see. */
  readonly problems: readonly Problem[];
}
