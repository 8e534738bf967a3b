import type { Problem } from "@kontrafakt/base";

/** Ways to a p-value and an interval that can be set beside the default. */
export const inferenceMethods = [
  "permutation",
  "randomisation",
  "wildBootstrap",
  "scoreBootstrap",
  "multiplierBootstrap",
  "jackknife",
  "bootstrap",
  "fewTreated",
] as const;
export type InferenceMethod = (typeof inferenceMethods)[number];

/** Why covariance and degrees of freedom are as they are: `asked` by an option, or chosen by the rule. */
export type InferenceReason =
  | "asked"
  | "compat"
  | "sets-independent"
  | "people-independent"
  | "sets-cross-clusters"
  | "clusters-assigned"
  | "controls-reused"
  | "least-squares"
  | "least-squares-large"
  | "influence-by-arm"
  | "one-treated-cluster"
  | "each-start-one-cluster";

/** How covariance and degrees of freedom of effects were made, and why so. */
export interface InferenceChoice {
  readonly covariance: "CR0" | "CR1" | "CR2" | "CR3" | "iid" | "hetero" | "neweyWest" | "driscollKraay" | "none";
  /**
   * `bellMcCaffrey`: Satterthwaite's with equal variances as the working model; `arms`: Satterthwaite's over arms (or strata), each with its clusters
   * less one; `clusters`: clusters less one; `rows`: rows less coefficients; `normal`: infinite; `none`: there is no standard error.
   */
  readonly degrees: "bellMcCaffrey" | "arms" | "clusters" | "rows" | "normal" | "none";
  /** What is taken as independent of one another: person, matched set, the name of a clustering; two where they cross. */
  readonly by: readonly string[];
  /** Where matched sets cross clusters, or controls serve several sets: how that was met (`inference.crossing`). */
  readonly crossing?: "components" | "clusters" | "multiway";
  readonly clusters: number;
  readonly treatedClusters?: number;
  /** The largest share of one cluster in the weight of the treated. */
  readonly largestShare?: number;
  readonly reason: InferenceReason;
}

/** c'θ by one method: test of 0, and interval. */
export interface Inference {
  readonly kind: "inference";
  readonly method: InferenceMethod;
  /** What exactly was done, for methods with variants: `restricted`, `unrestricted`, `fermanPinto`, `conleyTaber`, `sets`, `clusters`, `within set` … */
  readonly variant: string;
  readonly estimate: number;
  readonly se?: number;
  readonly df?: number;
  /** Two-sided p of c'θ = 0 and one-sided p of c'θ ≤ 0 and of c'θ ≥ 0. */
  readonly p: number;
  readonly pAbove: number;
  readonly pBelow: number;
  /** Confidence limits at `level`; NaN where the method has none, ±Infinity where no value is refused. */
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** Draws, or assignments looked at if `exact`; 0 where nothing is drawn. */
  readonly draws: number;
  readonly exact: boolean;
  /** `sharp`: nobody was changed by the programme; `mean`: c'θ is 0. */
  readonly null: "sharp" | "mean";
  readonly clusters: number;
  readonly treatedClusters?: number;
  /** What to know of this result. */
  readonly problems?: readonly Problem[];
}
