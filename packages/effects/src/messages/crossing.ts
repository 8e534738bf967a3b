import type { Catalogue } from "@kontrafakt/base";

export const crossingMessages: Catalogue = {
  "effects/multiway-strata":
    "inference.crossing: multiway is of matched sets that are independent of one another; these are strata or weights, in which people are. Leave it out, or use clusters",
  "effects/crossing-nothing":
    "inference.crossing: {crossing} changes nothing, for no matched set crosses what is counted as independent",
  "effects/counted-by-cluster":
    "{sets} matched sets run across {clusters} clusters ({name}) and are connected into {components} groups; standard errors count the clusters, each arm by itself",
  "effects/counted-both-ways":
    "{sets} matched sets share people or clusters ({name}, {clusters} of them) and are connected into {components} groups; standard errors count {name} and matched set at once",
  "effects/multiway-raised":
    "counting {name} and matched set at once gave {raised} of {terms} effects less variance than one of them alone, or no joint covariance; it was raised to what that one gives, the joint covariance to the nearest there is",
  "effects/cell-one-cluster":
    "{outcome}: {cells} wave-periods ({personPeriods} person-periods after the start) have starters of fewer than two clusters, or comparison people of fewer than two, and no standard error by cluster can be had; they are left out: {which}",
  "effects/no-cell-of-clusters":
    "no wave has starters of two clusters ({name}) and comparison people of two, so there is no standard error by cluster (clusters with starters: {treated}). Join waves with a longer cohort.period; or set effects.cluster to person and beside it under effects.estimators an estimator with cluster: {name} and inference.beside: [fewTreated, randomisation]",
  "effects/few-treated-clusters":
    "{treated} of {clusters} clusters ({name}) have starters, one of them with {share} per cent of these; standard errors by cluster rest on very little. Look at inference.beside: [fewTreated, randomisation] before anything is concluded",
};
