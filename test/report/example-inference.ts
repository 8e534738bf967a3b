import type { InferenceResult, MethodResult } from "@kontrafakt/study";

/** Limits of a figure by one method. */
interface Told {
  readonly estimate: number;
  readonly se?: number;
  readonly df?: number;
  readonly lower: number;
  readonly upper: number;
}

/** A figure by every method, figures made up: one without limits on one side, one with none. */
export function inferenceAll({ estimate, se = 0 }: Told, cost = false): InferenceResult {
  const method = (name: MethodResult["method"], width: number, more: Partial<MethodResult> = {}): MethodResult => ({
    method: name,
    variant: "",
    estimate,
    lower: estimate - width * se,
    upper: estimate + width * se,
    ...(!cost && { p: 0.012, pAbove: 0.006, pBelow: 0.994 }),
    level: 0.95,
    draws: 9999,
    exact: false,
    null: "mean",
    clusters: 20,
    treatedClusters: "<5",
    ...more,
  });
  return {
    choice: {
      covariance: "CR2",
      degrees: "bellMcCaffrey",
      by: ["school"],
      clusters: 20,
      treatedClusters: "<5",
      largestShare: 0.4,
      reason: "sets-cross-clusters",
    },
    bands: "supT",
    test: { p: 0.011, pAbove: 0.006, pBelow: 0.994 },
    beside: [
      method("permutation", 2.1, { null: "sharp", variant: "sets" }),
      method("randomisation", 2.6, { null: "sharp", variant: "clusters", exact: true, draws: 5000 }),
      method("wildBootstrap", 2.4, { variant: "restricted" }),
      method("scoreBootstrap", 2.2),
      method("multiplierBootstrap", 1.9),
      method("jackknife", 5.2, { se, df: 17, draws: 0 }),
      method("bootstrap", 2, { lower: Number.NEGATIVE_INFINITY }),
      method("fewTreated", 2, { variant: "fermanPinto", lower: Number.NaN, upper: Number.NaN }),
    ],
  };
}
