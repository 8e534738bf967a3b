import type { Catalogue } from "@kontrafakt/base";

export const imputationMessages: Catalogue = {
  "effects/imputation-weight": "sampling weights must be 0 or more; {count} units have none, or a negative one",
  "effects/imputation-clustering": "there is no clustering named {name}; use unit or one of: {names}",
  "effects/imputation-two-levels":
    "the model takes the effects of one clustering, and {names} were given. Name one, or unit, whose effects contain those of every clustering",
  "effects/imputation-contained": "effects of unit contain those of {names}, which therefore add nothing",
  "effects/imputation-unclustered": "{count} units have no {cluster}; clustering needs it for all of them",
  "effects/imputation-always":
    "{count} units were treated from before the first period; they tell nothing about a start and were left out",
  "effects/imputation-missing": "{outcome}: {rows} observed rows lack the outcome or a covariate and were left out",
  "effects/imputation-blockless":
    "{outcome}: {rows} rows are of units without the clustering whose effects the model has, and were left out",
  "effects/imputation-no-untreated":
    "{outcome}: no row is untreated, so there is nothing to learn from. Add units that never start, or periods before the start",
  "effects/imputation-no-treated":
    "{outcome}: no treated row has an outcome that untreated rows tell what it would have been, so there is no effect to estimate. Look at the problems of units and periods left out, or use fewer effects in the model",
  "effects/imputation-no-level":
    "{outcome}: {rows} treated rows of {units} units have no untreated row to learn their level from; they were left out, and sums and means are over the others",
  "effects/imputation-no-trend":
    "{outcome}: {rows} treated rows of {units} units have fewer than two untreated periods to learn their trend from; they were left out, and sums and means are over the others",
  "effects/imputation-no-period":
    "{outcome}: {rows} treated rows of {units} units lie in {periods} periods in which nobody is untreated; they were left out, and sums and means are over the others",
  "effects/imputation-not-connected":
    "{outcome}: {rows} treated rows of {units} units were left out, as no untreated row links their unit with their period, or a covariate moves there as it never does among the untreated; sums and means are over the others",
  "effects/imputation-saturated":
    "{outcome}: the model has as many effects as there are untreated rows, so it fits them without residuals and standard errors leave out what they would have shown. Use fewer effects in the model, or more periods before the start",
  "effects/imputation-one-cluster": "everybody is in one {cluster}, so there is no standard error. Use a finer cluster",
  "effects/imputation-collinear":
    "{outcome}: {covariate} follows from the effects and the other covariates among untreated rows, so the model does not adjust for it",
  "effects/imputation-leads":
    "{outcome}: event times {events} are not tested: no untreated row is so far from its start, or the effects in the model leave nothing to tell them by. Ask for fewer",
  "effects/imputation-no-spread":
    "{outcome}: {cells} effects show no spread to judge them by, since every row behind them is as the model says: {which}. The outcome may be the same for all of them",
  "effects/imputation-one-treated":
    "{outcome}: {cells} cells have one treated unit, whose own spread cannot be seen, so their standard errors are too small: {which}. Rely on means over more units",
  "effects/pretest-fitted":
    "{outcome}: the event times before the start are of rows the model was fitted to, which draws them towards 0, so they are no test of it. Use imputation with preTrends, or eventStudy",
  "effects/imputation-assignment":
    "refit of imputation and twoStage takes weights only: without matched sets there are no roles to move",
};
