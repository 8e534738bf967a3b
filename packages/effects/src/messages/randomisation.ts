import type { Catalogue } from "@kontrafakt/base";

export const randomisationMessages: Catalogue = {
  "effects/roles-without-sets":
    "{estimator} has no matched sets, strata or waves of starters within which roles could be moved; ask for randomisation within cluster or all, or for the score bootstrap",
  "effects/roles-of-wave":
    "in {waves} waves people of the same role count unequally, so that they cannot change places across matched sets; ask for randomisation within set",
  "effects/roles-not-strata": "the comparison is of matched sets, not of strata; ask for randomisation within set or wave",
  "effects/roles-leave-clusters":
    "people changed places one by one, but whole clusters ({name}) were given the programme: what the people of one share is not counted, and p and interval promise too much. Ask for randomisation within cluster, or the score bootstrap",
  "effects/arms-unknown":
    "{estimator} does not tell what a cluster would have given in another arm: it knows so without covariates only, and after matching where a clustering is named; ask for the score bootstrap",
  "effects/arms-of-people":
    "after matching people change places within matched set or wave only, since elsewhere they were not compared; ask for randomisation within set",
  "effects/clusters-mixed":
    "in {clusters} of {of} clusters some people started and others did not, or not at the same time, so whole clusters were not given the programme; ask for randomisation within set (of an estimator on everyone: all) or for the score bootstrap",
  "effects/clusters-unknown":
    "{count} people of the comparison are in no known cluster, so their cluster cannot change places; complete the clustering, or ask for randomisation within set",
  "effects/one-arm":
    "the {clusters} clusters are all in one arm, so none can change places; name a finer clustering, or ask for randomisation within set",
  "effects/arms-too-large":
    "{clusters} clusters and {cells} cells are too many to keep what each would give in every arm; name a coarser clustering, fewer periods, or ask for the score bootstrap",
  "effects/combination-not-estimated":
    "part of what is asked for could not be estimated, so it cannot be tested; leave out the periods or waves that the other problems name",
  "effects/nothing-to-take-off":
    "no weight falls on periods from the start on, so no amount can be taken off the treated and the randomisation test has no interval; read its p-value alone",
  "effects/few-treated-controls":
    "{clusters} control clusters are too few to tell how a treated cluster may err: at least {least} are needed; ask for randomisation within cluster",
  "effects/few-treated-coarse":
    "with {clusters} control clusters and {treated} treated no p-value of Conley and Taber's or Ferman and Pinto's test can be below {least}, so its interval has no ends; read its p-value beside the default interval",
  "effects/few-treated-none":
    "there is no treated cluster with weight in what is asked for, so there is nothing to test; ask about another outcome or period",
};
