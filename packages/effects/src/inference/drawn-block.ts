/** A block of draws. */
export interface DrawnBlock {
  readonly seed: number;
  readonly block: number;
  readonly count: number;
}
