import type { Catalogue } from "@kontrafakt/base";

export const armsMessages: Catalogue = {
  "effects/one-treated-cluster":
    "all treated are in one {cluster}, and how treated groups of this kind differ cannot be told from one: there is no standard error and no interval. Set inference.beside: [fewTreated, randomisation], or name a finer cluster if the programme was given within it",
  "effects/one-treated-cluster-asked":
    "all treated are in one {cluster}: how such groups differ is told by the untreated alone, so the standard errors that were asked for are too small and intervals far too narrow. Set inference.beside: [fewTreated, randomisation], or name a finer cluster if the programme was given within it",
  "effects/each-start-one-cluster":
    "those who start at a time are in one {cluster} each ({clusters} in all), so no start tells how treated groups of this kind differ: there is no standard error and no interval. Set inference.beside: [wildBootstrap, randomisation], use twoWay, which takes all starts together, or name a finer cluster if the programme was given within it",
  "effects/each-start-one-cluster-asked":
    "those who start at a time are in one {cluster} each ({clusters} in all): how such groups differ is told by the untreated alone, so the standard errors that were asked for are too small and intervals far too narrow. Set inference.beside: [wildBootstrap, randomisation], or use twoWay, which takes all starts together",
  "effects/unmatched-few-treated-clusters":
    "only {clusters} {cluster} hold treated: how such groups differ is told by very few, so that intervals are wide and show only large effects, and do not hold where one is of another kind or size than the others. Set fewTreated, wildBootstrap or randomisation beside them",
  "effects/cohort-one-cluster":
    "all who start in {group} are in one {cluster}: the standard errors of their own effects tell only how the untreated vary. Look at the average over all starts, or set fewTreated beside it",
  "effects/largest-treated-cluster":
    "one {cluster} holds {percent}% of the treated: intervals from clusters may be too narrow. Set fewTreated or randomisation beside them",
  "effects/bands-singular":
    "a joint limit over {limits} figures was asked for from a covariance of rank {rank}: there are too few clusters ({clusters}) to tell how they go together. Set bands: bonferroni, or ask for fewer figures",
  "effects/bands-bonferroni":
    "there are too few clusters ({clusters}) to tell how {limits} figures go together (the covariance has rank {rank}), so limits over all of them are Bonferroni's, which are wider",
  "effects/wald-none": "{outcome}: no period before the start has a standard error, so nothing can be tested",
  "effects/wald-too-many":
    "{outcome}: {restrictions} effects before the start cannot be tested jointly with {clusters} clusters and {df} degrees of freedom. Test their averages over more periods, or each at the level divided by {restrictions} (Bonferroni)",
};
