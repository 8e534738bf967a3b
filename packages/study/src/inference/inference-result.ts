import type { EventBands, Inference, InferenceChoice } from "@kontrafakt/effects";
import type { Count } from "../count.js";

/** How covariance and degrees of freedom were made; counts as they may be told. */
export interface ChoiceResult extends Omit<InferenceChoice, "clusters" | "treatedClusters"> {
  readonly clusters: Count;
  readonly treatedClusters?: Count;
}

type NotAsItIs = "kind" | "problems" | "clusters" | "treatedClusters" | "p" | "pAbove" | "pBelow";

/** A figure by one method; counts, limits and p as they may be told. */
export interface MethodResult extends Omit<Inference, NotAsItIs> {
  /** Absent for money after a known cost: what is tested is that the effects are 0, not that they pay the cost. */
  readonly p?: number;
  readonly pAbove?: number;
  readonly pBelow?: number;
  readonly clusters: Count;
  readonly treatedClusters?: Count;
}

/** How limits over a path were made, told where they are not those of a single figure. */
export function bandsResult({ after, before }: EventBands["used"]): InferenceResult["bands"] {
  const used = after ?? before;
  return used === "pointwise" ? undefined : used;
}

/** How sure a figure is said to be, why so, and what other methods say of it. */
export interface InferenceResult {
  /** Absent where it is not known, as of effects from a file. */
  readonly choice?: ChoiceResult;
  /** How limits over a whole path are made; absent where no path is. */
  readonly bands?: "supT" | "bonferroni";
  /** Test of 0 that goes with the default interval, by the t distribution; absent where there is no such interval. */
  readonly test?: Pick<Inference, "p" | "pAbove" | "pBelow">;
  /** By each method the study asks for, as far as it holds here. */
  readonly beside: readonly MethodResult[];
}
