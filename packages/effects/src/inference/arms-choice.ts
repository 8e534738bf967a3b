import type { InferenceChoice } from "./inference-value.js";

export interface ArmsChoice {
  /** Whether each arm's factor is that of CR2: every estimate is a sum of means. */
  readonly means: boolean;
  /** Whether factors and degrees of freedom are by arm; else neither is counted. */
  readonly byArm: boolean;
  /** Whether degrees of freedom weigh the arms by what people independent and alike would put into the variance. */
  readonly modelled?: boolean;
  readonly by: string;
  readonly clusters: number;
  readonly treatedClusters?: number;
  readonly largestShare?: number;
}

/** What effects with factors and degrees of freedom by arm say of their inference; without these, as another package has it. */
export function armsChoice({ means, byArm, modelled, by, clusters, treatedClusters, largestShare }: ArmsChoice): InferenceChoice {
  return {
    covariance: byArm ? (means ? "CR2" : "CR1") : "CR0",
    degrees: !byArm ? "normal" : modelled ? "bellMcCaffrey" : "arms",
    by: [by],
    clusters,
    ...(treatedClusters !== undefined && { treatedClusters }),
    ...(largestShare !== undefined && { largestShare }),
    reason: byArm ? "influence-by-arm" : "compat",
  };
}
