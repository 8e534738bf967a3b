/** Treated units of one group in one period. */
export interface WeightedCell {
  /** Ordinal at which the group starts; `ALWAYS` where it is treated throughout. */
  readonly group: number;
  readonly time: number;
  /** Treated people in it. */
  readonly n: number;
  /** What two-way fixed effects make of its effect: sums to 1 over cells, and may be negative. */
  readonly weight: number;
  /** Its share of the treated person-periods, by sampling weight: what an average over people would give it. */
  readonly share: number;
}
