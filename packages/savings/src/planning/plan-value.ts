import type { Problem } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import type { MoneyFiles } from "../files/read-money.js";
import type { Distribution, Origin, Savings } from "../savings-value.js";
import type { AssumedInputs, PlannedStarters } from "./assumed-inputs-value.js";

export type { AssumedInputs, AssumedTerm, PlannedStarters } from "./assumed-inputs-value.js";

/** What is assumed to change for one starter in one year since the start. */
export interface AssumedRow {
  readonly outcome: string;
  readonly yearSinceStart: number;
  /** In the outcome's unit, before anything is taken off; negative = less. */
  readonly effect: number;
  readonly low?: number;
  readonly high?: number;
  /** Of the effect; of its size where `sign` is −1, for distributions of positive numbers. */
  readonly distribution: Distribution;
  readonly sign: 1 | -1;
  readonly grade: string;
  /** Share taken off, 0–1. */
  readonly optimismBias: number;
  readonly source: string;
  readonly origin: Origin;
}

/** What the target group used in a year, one outcome. */
export interface HistoryRow {
  readonly year: number;
  readonly people: number;
  readonly outcome: string;
  readonly units: number;
  readonly origin: Origin;
}

export interface AssumedEffects {
  readonly effects: Effects;
  readonly inputs: AssumedInputs;
}

/** The target group before the programme: its size, what it uses, and what that costs whom. All at fixed prices. */
export interface TargetGroup {
  readonly kind: "target-group";
  readonly years: readonly { readonly year: number; readonly people: number }[];
  /** Mean per person and year over the history. */
  readonly use: readonly { readonly outcome: string; readonly unit: string; readonly perPerson: number }[];
  /** What the whole group cost in each year of its history. */
  readonly path: readonly PathRow[];
  /** What those who are to start would cost without the programme, had they the group's mean use; each counts from the start on. */
  readonly ahead: readonly PathRow[];
}

export interface PathRow {
  readonly year: number;
  readonly payer: string;
  /** People it is counted with: of the group, or starters so far, those of the year by the part of it that is left. */
  readonly people: number;
  readonly amount: number;
}

/** A row of the business case's saving, as a later study reads it. */
export interface PlannedClaim {
  readonly year: number;
  readonly payer: string;
  readonly consequence: string;
  readonly amount: number;
  readonly starters: number;
  /** Units fewer per person and year. */
  readonly effect: number;
  readonly price: number;
  readonly cashable: number;
}

/** A plan's files as read, with what its options say of starters. `problems` holds warnings only: errors are thrown. */
export interface PlanFiles {
  readonly kind: "plan-files";
  readonly effects: readonly AssumedRow[];
  readonly history: readonly HistoryRow[];
  readonly starters: readonly PlannedStarters[];
  /** Planned costs, optimism bias included; nothing is claimed or budgeted yet. */
  readonly money: MoneyFiles;
  readonly problems: readonly Problem[];
}

/** A plan worked out. */
export interface PlannedSavings {
  readonly kind: "planned-savings";
  readonly effects: Effects;
  readonly savings: Savings;
  /** Where the plan has a history. */
  readonly target?: TargetGroup;
  readonly claim: readonly PlannedClaim[];
  readonly problems: readonly Problem[];
}
