/** Takes fixed effects out of columns. */
export interface Absorber {
  /** balanced, one and direct are exact; alternating stops at a tolerance. */
  readonly method: "none" | "one" | "balanced" | "direct" | "alternating";
  /** Leaves in the column what the effects do not explain, by weighted least squares. False where it did not converge. */
  readonly sweep: (column: Float64Array) => boolean;
}
