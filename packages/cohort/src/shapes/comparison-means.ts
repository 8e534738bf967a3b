/** Published means of others by period of the study; what they are of, for looking at. */
export interface ComparisonMeans {
  readonly kind: "comparison-means";
  readonly groups: number;
  readonly outcomes: readonly {
    readonly name: string;
    /** Mean of a person by period; NaN where nothing is published. */
    readonly mean: Float64Array;
    /** People the means are of. */
    readonly people: Float64Array;
  }[];
}
