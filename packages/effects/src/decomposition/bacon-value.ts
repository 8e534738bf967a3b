import type { Problem } from "@kontrafakt/base";

/**
 * Which two groups a comparison is of. With covariates early and late are one comparison (`both-treated`), those whose treatment never
 * changes are compared too (`untreated-always`), and so are units of one group whose covariates differ (`within`).
 */
export type BaconType =
  | "treated-untreated"
  | "treated-always"
  | "earlier-later"
  | "later-earlier"
  | "both-treated"
  | "untreated-always"
  | "within";

/** One 2 × 2 difference-in-differences. */
export interface BaconComparison {
  /** Ordinal at which each group starts; `NEVER`, `ALWAYS`. */
  readonly treated: number;
  readonly control: number;
  readonly type: BaconType;
  /** Share of the weight. */
  readonly weight: number;
  readonly estimate: number;
  readonly treatedUnits: number;
  readonly controlUnits: number;
}

/** A two-way fixed effects estimate as a weighted mean of differences-in-differences of two groups. */
export interface Bacon {
  readonly kind: "bacon";
  readonly outcome: string;
  readonly unit: string;
  /** Those adjusted for. */
  readonly covariates: readonly string[];
  readonly comparisons: readonly BaconComparison[];
  /** By type: share of the weight, and their weighted mean. Weights sum to 1. */
  readonly types: readonly { readonly type: BaconType; readonly weight: number; readonly estimate: number }[];
  /** The two-way fixed effects estimate, computed by itself. */
  readonly estimate: number;
  /** Σ weight × estimate over types, which is the same number but for rounding. */
  readonly weightedSum: number;
  readonly problems: readonly Problem[];
}

/** What an estimate is made of, before it is told. */
export interface BaconParts {
  readonly comparisons: readonly BaconComparison[];
  readonly within?: { readonly weight: number; readonly estimate: number };
  readonly estimate: number;
  /** Covariates left out. */
  readonly dropped: readonly number[];
}
