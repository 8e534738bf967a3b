import type { Problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { WeightEstimation } from "../comparison.js";
import type { MatchingOptions } from "../options/matching-options.js";
import type { Lost } from "./lost.js";
import type { RiskSet, Variable } from "./risk-set.js";
import type { WaveScore } from "./wave-score.js";

/** What a method of matching or weighting is given: everybody at risk, wave by wave. */
export interface MethodInput {
  readonly panel: Panel;
  /** By wave, then unit. */
  readonly rows: RiskSet;
  /** What people are compared on, over `rows`; no missing values. */
  readonly variables: readonly Variable[];
  readonly score: WaveScore;
  /** 1 where the row may be a control of its wave: no starter, not excluded, and offered to the wave by `share` (lot, reuse). */
  readonly offered: Uint8Array;
  /** Greatest distance in units of the linear score; Infinity if none. */
  readonly caliper: number;
  readonly options: MatchingOptions;
  /** Seeds `order: "random"`. */
  readonly seed: number;
  readonly progress?: (done: number) => void;
}

/** What a method hands back, as rows of the risk set, set by set, waves in time order; a row may recur. */
export interface MatchedSets {
  readonly row: Int32Array;
  /** Dense from 0. */
  readonly set: Int32Array;
  /** 1 for a starter. */
  readonly role: Uint8Array;
  /** Control weights sum to the treated weights of their set. */
  readonly weight: Float64Array;
  /** Starters without a control. */
  readonly unmatched: readonly Lost[];
  readonly independence: "set" | "unit";
  readonly estimation?: WeightEstimation;
  /** Greatest difference of the score allowed, where that is not the linear score (distance "probability"). */
  readonly caliper?: number;
  readonly problems: readonly Problem[];
}

/** A way to find a comparison group among those at risk. */
export type Method = (input: MethodInput) => MatchedSets;
