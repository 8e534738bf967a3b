/** What `imputation` and `twoStage` share: the model of untreated outcomes. */
export interface ModelOptions {
  readonly outcomes?: readonly string[];
  readonly covariates: readonly string[];
  readonly effects: readonly string[];
  readonly unitTrends: boolean;
  readonly anticipation: number;
  readonly cluster: string;
}
