import type { Catalogue } from "@kontrafakt/base";

export const momentsMessages: Catalogue = {
  "effects/moments-covariates":
    "cells and sums by cohort cannot be adjusted for {names}: that needs persons. Make them by strata of covariates of few values, or give the people",
  "effects/moments-no-cluster":
    "cells, and these sums, hold nothing by {cluster}. Make sums of people with cluster: {cluster}, or use cluster: unit",
  "effects/moments-other-cluster":
    "these sums are by {name}, so standard errors can be clustered by it only, not by {cluster}. Set cluster: {name}",
  "effects/moments-incomplete":
    "{cohorts} cohorts have people who lack some periods. Set incomplete: crossSection to compare the means of whoever has each period, or make the sums with incomplete: drop",
  "effects/moments-pairwise":
    "sums of pairs of periods do not tell the spread of those who have both, so incomplete: pairwise needs the panel. {cohorts} cohorts have people who lack some periods; use incomplete: crossSection, or make the sums with incomplete: drop",
  "effects/moments-upper":
    "how values of one person in different periods go together is not known in full: standard errors are the largest possible, for each effect and for sums and means of effects with weights of one sign. They do not cover a difference between effects",
  "effects/refit-moments":
    "sums by cohort hold nothing by person to weight anew. Make them with a cluster, or give the panel, for a resampling method",
  "effects/cell-no-treated-values":
    "{outcome}: ATT({group}, {time}) is not estimated: no treated unit has a value then and in its base",
  "effects/cell-stratum":
    "{outcome}: ATT({group}, {time}) is not estimated: treated units of {strata} have fewer than two controls, or no value in the base. Join strata",
  "effects/cell-no-spread":
    "{outcome}: ATT({group}, {time}) has no standard error: a cell does not tell its standard deviation, and no aggregate with this effect has one either",
  "effects/efficient-strata":
    "the sums are by {strata} strata, and efficient takes one lot for all units. Make the sums without strata, or take each stratum by itself",
  "effects/efficient-clusters":
    "sums by {cluster} hold no products between periods, which efficient needs. Make the sums without cluster; where the lot was drawn for each {cluster}, give one row for each {cluster}",
  "effects/efficient-products":
    "efficient needs how values of one person in different periods go together, and these cells do not tell it. Use attGt, or give the cells' covariance",
  "effects/efficient-incomplete":
    "some of the people are not in every period (or cells of a group differ in how many they are of); efficient needs everyone in every period. Make sums with incomplete: drop, or use attGt",
  "effects/efficient-gaps":
    "{count} of {units} units are not observed in every period. Complete them, or set incomplete: full to leave them out",
  "effects/efficient-gaps-dropped":
    "{count} of {units} units are not observed in every period and were left out; the rest must still be as good as drawn by lot",
  "effects/efficient-weights":
    "units have sampling weights; efficient is about the lot among the units themselves. Leave the weights out, or use attGt",
  "effects/efficient-one-unit": "{cohorts} cohorts of one unit have no spread to be seen and were left out",
  "effects/efficient-test-no-effect":
    "no period after the start of a cohort has another cohort that is yet to start, so there is no effect to test",
  "effects/efficient-one-cohort": "only one cohort is left, so there is nobody to compare it with",
  "effects/efficient-until-last":
    "everyone starts: effects end before {group}, when the last cohort starts and nobody is left to compare with",
  "effects/efficient-not-adjusted":
    "{effects} effects rest on so few units that the adjusted variance would be below 0; they have Neyman's",
  "effects/efficient-test-persons": "the test shuffles start dates over units, and sums by cohort hold none. Give the panel",
  "effects/efficient-test-draws": "the test by permutation needs draws, and permutations is 0. Set it, 999 or more",
};
