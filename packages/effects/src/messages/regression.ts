import type { Catalogue } from "@kontrafakt/base";

export const regressionMessages: Catalogue = {
  "effects/no-measure":
    "the panel holds no measure named {name}; it has {names}. Covariates of a regression with fixed effects vary over time: name one of those",
  "effects/unknown-levels":
    'there is nothing named "{name}"; use one of {names}, or two of them with * between, as region*period',
  "effects/unknown-level-of-unit":
    "{count} units have no {name}, which is needed for all of them. Fill it in, or leave {name} out",
  "effects/weights-negative": "sampling weights must be 0 or more; {count} units have another",
  "effects/rows-left-out":
    "{outcome}: of {rows} rows (a unit in a period) {unobserved} are not under observation and {missing} lack the outcome or a covariate; the regression is on the others",
  "effects/singletons":
    "{outcome}: {count} of {rows} rows stand alone in one of the fixed effects, tell nothing, and were left out",
  "effects/no-unit-effects":
    "without fixed effects of units, differences in level between those treated and others count as effects, but for what the other fixed effects take up",
  "effects/always-as-controls":
    "{count} units started by the first period (anticipation counted); in a two-way regression they serve as controls, which is wrong if the effect changes over time",
  "effects/covariates-collinear": "{outcome}: left out, since fixed effects and other covariates already say it: {covariates}",
  "effects/terms-collinear":
    "{outcome}: not estimated, since fixed effects, covariates and the other terms already say it: {which}. The others count from them as from the reference",
  "effects/not-converged":
    "{outcome}: taking out the fixed effects did not converge; figures may be off. Use fewer effects, or combine two of them with *",
  "effects/nothing-left":
    "{outcome}: fixed effects and terms fit every row, or there are too few rows or clusters; no standard error can be given",
  "effects/scores-cancel":
    "{outcome}: no spread to judge {which} by: by {by}, the errors behind it are 0 or cancel. Rely on terms of more units, or cluster by something finer, such as unit",
  "effects/two-way-negative":
    "the two-way clustered covariance was not positive; its negative eigenvalues were set to 0. Few clusters on one side is the common cause",
  "effects/regression-refit-assignment":
    "refit of a regression takes weights only: without matched sets there are no roles to move",
  "effects/lags-unused":
    "lags are for neweyWest and driscollKraay; variance is {variance}. Leave lags out, or choose one of these",
  "effects/two-way-weights-negative":
    "{outcome}: {cells} of {of} cells (group and period) enter the two-way number with a negative weight, {sum} in all, so it may have another sign than every effect in it. Look at an estimator by cell: attGt, sunAbraham, imputation",
  "effects/event-window":
    "window must hold the reference ({reference}) and have its first event time before its last; it runs from {from} to {to}",
  "effects/no-reference": "{outcome}: nobody is seen at the reference, event time {reference}. Choose another",
  "effects/event-pooled-before": "{outcome}: event time {event} stands for it and all earlier ones",
  "effects/event-pooled-after": "{outcome}: event time {event} stands for it and all later ones",
  "effects/no-never-treated-cohort":
    "nobody in the panel is never treated, so control: never has no controls. Use control: last, or add untreated units",
  "effects/last-cohort-as-control":
    "the group that starts last ({group}) serves as control: periods from {from} on are left out, and so are {count} units never treated",
  "effects/cohort-no-reference":
    "the {count} units that start at {group} have no period at the reference or before, and were left out",
  "effects/cohort-reference-unseen":
    "{outcome}: no row of those who start at {group} is at the reference or before, so their effects cannot be told from their levels",
};
