/** Sums of one layout; see `MomentArm` for the lengths. */
export interface Sums {
  readonly n: Float64Array;
  readonly w: Float64Array;
  readonly wy: Float64Array;
  readonly ww: Float64Array;
  readonly wwy: Float64Array;
  readonly wwyy: Float64Array;
}
