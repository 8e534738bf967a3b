import type { Assumption } from "../persistence/assumption.js";
import type { Distribution } from "../savings-value.js";

/** Starters of a year: as planned, and how many there may be. */
export interface PlannedStarters {
  readonly year: number;
  readonly starters: number;
  readonly distribution: Distribution;
}

/** One term of assumed effects, and how it varies. */
export interface AssumedTerm {
  readonly outcome: string;
  /** Effects of a group are drawn together. */
  readonly group?: string;
  /** Index of the year in `starters`. */
  readonly wave: number;
  /** Effect = counts × value (of `distribution` when drawn) × share left. */
  readonly counts: number;
  readonly value: number;
  readonly distribution: Distribution;
  /** After the last stated year: the course of `assumption` it follows, the years after the last stated one, and the share counted with. */
  readonly left?: { readonly course: number; readonly from: number; readonly to: number; readonly share: number };
}

/** How assumed effects vary: what a draw is made of. */
export interface AssumedInputs {
  readonly starters: readonly PlannedStarters[];
  /** One a term. */
  readonly terms: readonly AssumedTerm[];
  /** What is assumed after the last stated year. */
  readonly assumption?: Assumption;
}
