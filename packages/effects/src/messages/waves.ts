import type { Catalogue } from "@kontrafakt/base";

export const wavesMessages: Catalogue = {
  "effects/no-outcome": "the panel holds no outcome named {name}; it has {names}. Name one of those",
  "effects/no-sets": "the comparison holds nobody, so there is nothing to estimate. Look at the matching first",
  "effects/unknown-clustering": 'there is no clustering named "{name}"; use person or one of: {names}',
  "effects/no-cell":
    "no wave and period has two independent matched sets with data, so no effect can be estimated ({sets} sets in {clusters} independent groups). Use a finer effects.cluster, inference.crossing: auto, or matching without reuse of controls",
  "effects/no-cell-of-people":
    "no wave and period has two independent starters and two comparison people with data, so no effect can be estimated ({clusters} independent people or clusters). Use a finer effects.cluster, or weights that more people share",
  "effects/cell-too-few":
    "{outcome}: {cells} wave-periods ({personPeriods} person-periods after the start) rest on fewer than two independent starters, or on too few comparison people once their weights are counted, and are left out: {which}",
  "effects/roles-fixed":
    "the comparison weights people unequally, so the role of starter cannot be moved among them as by lot. Ask permutable first; refit without an assignment works",
  "effects/covariates-capped":
    "there are {starters} matched starters, which allows {allowed} adjustment covariates (one for every ten); left out: {left}",
  "effects/covariates-capped-event":
    "{outcome}: fewer adjustment covariates at event times {events}, where fewer than ten matched starters a covariate are observed",
  "effects/covariate-constant": "{outcome}: {covariate} does not vary among the matched people and is not adjusted for",
  "effects/history-missing":
    "{outcome}: {rows} matched rows have no {covariate}; they take the mean of their matched set, stratum or wave, so that its comparison is hardly moved by it",
  "effects/no-base": "{outcome}: {sets} matched starters have no observation in the base window and leave the estimate",
  "effects/no-comparison-left":
    "{outcome}: {personPeriods} person-periods of {sets} starters after the start have no comparison person left under observation and leave the estimate",
  "effects/cell-not-estimated":
    "{outcome}: {cells} wave-periods ({personPeriods} person-periods after the start) rest on fewer than two independent matched sets, or on too few comparison people, and are left out: {which}",
  "effects/clusters-merged":
    "{sets} matched sets share people or clusters and form {clusters} independent groups, the largest of {largest} sets; standard errors count the groups",
  "effects/censoring-probability":
    "{rows} comparison rows have no positive probability of remaining under comparison and leave it from then on. Check the censoring model of the matching",
  "effects/length": "{what} has {given} values where {needed} are needed",
  "effects/pretrend-none":
    "{outcome}: matching used every period before the start, so balance is by construction and says nothing about trends",
  "effects/pretrend-averaged":
    "{outcome}: {restrictions} held-back periods are too many to test one by one with {df} degrees of freedom; they are tested as {tested} averages of {span} periods",
  "effects/pretrend-too-few": "{outcome}: {df} degrees of freedom are too few to test held-back periods jointly",
  "effects/placebo-none":
    "no matched set or stratum has comparison people enough to be tried against one another, so the design cannot be tried on people outside the programme",
  "effects/bands-undefined":
    "a band needs at least one estimate with a positive standard error; none of the {terms} given has one",
};
