import type { FixedEffect } from "../fixed-effects/fixed-effect.js";
import type { DesignClasses } from "./design-classes.js";

/** A regression as it is reduced to its clusters. */
export interface ReducedDesign {
  readonly n: number;
  /** Times the roots of the weights. */
  readonly columns: readonly Float64Array[];
  readonly root?: Float64Array;
  readonly bread: Float64Array;
  readonly effects: readonly FixedEffect[];
  /** Cluster of each row. */
  readonly cluster: Int32Array;
  readonly classes: DesignClasses;
  /** Units, where those of one class have the same columns. */
  readonly units?: { readonly of: FixedEffect; readonly classes: DesignClasses };
}
