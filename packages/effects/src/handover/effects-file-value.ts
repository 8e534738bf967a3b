import type { Effects } from "../effects-value.js";

/** How many units each group has; `NEVER` is the group that never starts. */
export interface CohortSizes {
  readonly groups: Int32Array;
  readonly units: Float64Array;
}

/** Effects read from files, with the sizes of their groups where a file tells them. */
export interface EffectsFromFile extends Effects {
  readonly basis: { readonly kind: "covariance-only" };
  readonly cohorts?: CohortSizes;
}

/** An outcome that the effects may be about. */
export interface KnownOutcome {
  readonly name: string;
  readonly unit: string;
}
