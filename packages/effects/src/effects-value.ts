import type { Problem } from "@kontrafakt/base";
import type { Contributions } from "@kontrafakt/cohort";
import type { ArmValues } from "./inference/arm-values.js";
import type { ClusterSquares } from "./inference/cluster-squares.js";
import type { InferenceChoice } from "./inference/inference-value.js";
import type { WorkingModel } from "./working-model.js";

/** `static`: one number for all treated person-periods, as two-way fixed effects give. */
export type TermKind = "cell" | "event" | "group" | "calendar" | "simple" | "overall" | "total" | "static";

/** What one estimate is about. Ordinals are period ordinals; `event` counts periods from the start. */
export interface Term {
  readonly outcome: string;
  readonly unit: string;
  readonly kind: TermKind;
  readonly scale: "difference" | "ratio" | "treatedMean" | "counterfactualMean";
  readonly group?: number;
  readonly time?: number;
  readonly event?: number;
  /** For `overall`: of which aggregation. */
  readonly of?: "dynamic" | "group" | "calendar";
  /** Treated units in it. */
  readonly n: number;
  readonly controls: number;
  /** Treated person-periods in it. */
  readonly personPeriods: number;
  /** Whether its rows are among those the model was fitted to: drawn towards 0, and no test of what the model assumes. */
  readonly fitted?: true;
  /** Kish's effective number of treated units and of controls, where weights differ. */
  readonly effective?: { readonly treated: number; readonly controls: number };
}

/** Cluster-summed influence: estimate − truth ≈ Σ over atoms. `rows[a * terms + k]`. Never leaves the machine. */
export interface Influence {
  readonly kind: "influence";
  readonly atoms: number;
  readonly rows: Float64Array;
  /** Stratum (wave, or wave and arm) of each atom, for degrees of freedom of combinations. */
  readonly stratum: Int32Array;
  /** The most degrees of freedom each stratum allows, where its atoms count unequally; else its atoms less one. */
  readonly degrees?: Float64Array;
  /**
   * strata × terms: what each stratum would put into the variance of a term were people independent and alike within an outcome. Where present,
   * degrees of freedom weigh `degrees` by it and not by the variance found, which few clusters tell badly.
   */
  readonly modelled?: Float64Array;
  /** Whether every atom of a stratum has a part wherever its stratum has one: those whose part is 0 count too, and `degrees` stand as they are. */
  readonly whole?: true;
  /** 1 for atoms that hold a treated unit. */
  readonly treated?: Uint8Array;
  /**
   * Where atoms are the crossing of two clusterings: the covariance is V₁ + V₂ − V₁₂, each from the rows summed by its groups and with its own
   * small-sample factors. `rows` carry those of the first.
   */
  readonly crossing?: Crossing;
  /** Of least squares: what degrees of freedom of combinations are made of; one for each design. Where none has all terms of a combination, the fewest of any. */
  readonly working?: readonly WorkingModel[];
  /** Where groups were sampled too: their shares, for aggregates whose weights are estimated. */
  readonly shares?: GroupShares;
}

/** Two clusterings that cross: what each is called, and the group of every atom in it. */
export interface Crossing {
  readonly names: readonly [string, string];
  readonly of: readonly [Int32Array, Int32Array];
  readonly groups: readonly [number, number];
}

/** Share of each treatment group among the units. */
export interface GroupShares {
  readonly groups: Int32Array;
  readonly share: Float64Array;
  /** atoms × groups: share − truth ≈ Σ over atoms. */
  readonly rows: Float64Array;
}

/** The covariance is an exact function of sums over cohorts (`CohortMoments`): nothing is kept by unit, whatever their number. */
export interface MomentBasis {
  readonly kind: "moments";
  /** Where groups were sampled too. */
  readonly shares?: ShareMoments;
  /** The covariance by arm, for degrees of freedom of combinations. */
  readonly arms?: readonly ArmPart[];
}

/** What one arm (the units of a cohort) puts into the covariance of the terms it has a part in. */
export interface ArmPart {
  /** Indices of these terms, ascending. */
  readonly terms: Int32Array;
  /** terms × terms, of these terms alone. */
  readonly covariance: Float64Array;
  /** Degrees of freedom of the arm. */
  readonly degrees: number;
  /** One a term, as in `Influence.modelled`. */
  readonly modelled?: Float64Array;
  /** What it puts into the covariance of the groups' shares (groups × groups), and into that with these terms (terms × groups). */
  readonly shares?: { readonly covariance: Float64Array; readonly cross: Float64Array };
}

/** Shares of treatment groups among the units, with their covariance. */
export interface ShareMoments {
  readonly groups: Int32Array;
  readonly share: Float64Array;
  /** groups × groups. */
  readonly covariance: Float64Array;
  /** terms × groups: covariance of the estimates with the shares. */
  readonly cross: Float64Array;
}

/** What of the data an estimate rests on. A row is a unit in a period. */
export interface SampleUse {
  readonly units: number;
  readonly unitsGiven: number;
  readonly rows: number;
  readonly rowsGiven: number;
}

/** Only terms, covariance and degrees of freedom are known (a results file, or a register environment's export). */
export interface CovarianceOnly {
  readonly kind: "covariance-only";
}

/** Nothing was measured: the effects are what a plan assumes. What others brought about may only be taken off here. */
export interface Assumed {
  readonly kind: "assumed";
}

export interface Effects {
  readonly kind: "effects";
  readonly estimator: string;
  readonly terms: readonly Term[];
  readonly estimate: Float64Array;
  /** terms × terms, row-major. */
  readonly covariance: Float64Array;
  /** Standard errors are the largest possible and correlations are not known: limits over several terms at once are Bonferroni's. */
  readonly bounded?: true;
  /** Degrees of freedom of each term; Infinity where normal quantiles apply. */
  readonly df: Float64Array;
  /** Clusters the covariance rests on. */
  readonly clusters: number;
  readonly basis: Influence | MomentBasis | CovarianceOnly | Assumed;
  /** Which share of the data was used; absent after matching, whose comparison tells it, and for effects from a file. */
  readonly use?: SampleUse;
  /** How covariance and degrees of freedom were made, and why so. */
  readonly inference?: InferenceChoice;
  readonly problems: readonly Problem[];
}

/** Interval of one estimate: pointwise (`lower`, `upper`) and over its path at once (`bandLower`, `bandUpper`). */
export interface Interval {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  readonly lower: number;
  readonly upper: number;
  readonly bandLower?: number;
  readonly bandUpper?: number;
}

/** An estimator made ready: `refit` answers for other atom weights or another assignment of treatment within sets. */
export interface Fit {
  readonly effects: Effects;
  /**
   * @param weights one a atom (cluster), 1 = as fitted, 0 = left out; weights of the comparison are not estimated anew
   * @param assignment role of each comparison row, for placebos and permutation
   * @returns the estimates of `effects.terms`
   */
  refit(weights: Float64Array, assignment?: Uint8Array): Float64Array;
  /**
   * `effects.terms` and, after them, for each term the mean outcome of the treated it is about (scale `treatedMean`, the same labels and
   * weighting), all in one joint covariance. A term's counterfactual mean is its treated mean less its effect: what ratios rest on.
   */
  withLevels?(): Effects;
  /** atoms × terms: the estimates with each atom left out, as `refit` gives them, where they can be had without fitting anew. */
  leaveOneOut?(): Float64Array;
  /** c'θ for other atom weights, as `refit` gives it, without the trouble of terms that c leaves aside: for many draws. */
  redraw?(c: Float64Array): (weights: Float64Array) => number;
  /** After matching: what the comparison takes as independent, and whether `refit` holds weights that were themselves estimated. */
  readonly matching?: { readonly independence: "set" | "unit"; readonly held: boolean };
  /** Where c'θ is a combination of least-squares coefficients: what the wild bootstrap needs of it, by cluster. */
  leastSquares?(c: Float64Array): ClusterSquares;
  /**
   * Where whole clusters were given the programme (or, of an estimator on everyone, units): what each would put into c'θ in any arm, for
   * randomisation tests.
   * @param slopes of adjusted outcomes: as fitted (the default: c'θ̂ comes out), or such as do not depend on who was treated
   */
  armValues?(c: Float64Array, by?: "clusters" | "units", slopes?: "fitted" | "blind"): ArmValues;
}

/** Mean paths by event time, for looking at. Not an estimate of effect. */
export interface Paths {
  readonly kind: "paths";
  readonly outcome: string;
  readonly unit: string;
  readonly event: Int32Array;
  readonly treated: Float64Array;
  /** Matched, weighted, own level. */
  readonly comparison: Float64Array;
  /** Everyone at risk and not matched, to show what a plain comparison would say. */
  readonly rest: Float64Array;
  readonly n: Int32Array;
  /** Whose outcomes each mean is made of, one a person: a mean over few of them tells of single persons. */
  readonly contributions: {
    readonly treated: readonly Contributions[];
    readonly comparison: readonly Contributions[];
  };
  /** The fewest people of the rest with an outcome other than 0 in any wave that has some. */
  readonly restNotZero: Int32Array;
}
