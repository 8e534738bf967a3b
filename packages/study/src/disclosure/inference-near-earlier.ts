import type { InferenceResult } from "../inference/inference-result.js";
import type { TellCount } from "./count-near.js";

interface Counted {
  readonly clusters: InferenceResult["beside"][number]["clusters"];
  readonly treatedClusters?: InferenceResult["beside"][number]["clusters"];
}

/** Counts of what is independent, told as an earlier publication told them where few lie between; limits are as new as the effects are. */
export function inferenceNearEarlier(
  at: string,
  now: InferenceResult,
  then: InferenceResult | undefined,
  count: TellCount,
): InferenceResult {
  const near = <T extends Counted>(what: string, one: T, before: Counted | undefined): T => ({
    ...one,
    clusters: count(`${what}.clusters`, one.clusters, before?.clusters),
    ...(one.treatedClusters !== undefined && {
      treatedClusters: count(`${what}.treatedClusters`, one.treatedClusters, before?.treatedClusters),
    }),
  });
  return {
    ...now,
    ...(now.choice && { choice: near(`${at}.choice`, now.choice, then?.choice) }),
    beside: now.beside.map((b) =>
      near(
        `${at}.beside.${b.method}`,
        b,
        then?.beside.find((e) => e.method === b.method),
      ),
    ),
  };
}
