import type { Catalogue } from "@kontrafakt/base";

export const resamplingMessages: Catalogue = {
  "effects/jackknife-one-treated":
    "the jackknife leaves out one cluster at a time and needs at least two with treated people; there are {clusters} clusters, {treated} with treated people. Use fewTreated or randomisation",
  "effects/jackknife-crossing":
    "the covariance rests on {first} and {second} at once, and leaving out where both cross is no jackknife. Set crossing: components, or covariance: auto",
  "effects/jackknife-too-large":
    "the jackknife of {terms} figures over {clusters} clusters is too much to compute. Cluster more coarsely, estimate fewer outcomes, or use covariance: auto",
  "effects/jackknife-no-value":
    "{outcome}: {cells} effects cannot be estimated without one of the clusters, so the jackknife gives them no standard error: {which}. Use covariance: auto for these",
  "effects/jackknife-stood-in":
    "{outcome}: {cells} effects cannot be estimated without some clusters (up to {clusters} of them); there their influence stands in for the jackknife: {which}",
  "effects/jackknife-undefined":
    "the jackknife gives this figure no standard error: it rests on effects that cannot be estimated without one of the clusters. Use randomisation",
  "effects/jackknife-no-spread":
    "the figure is the same whichever cluster is left out, so there is no spread to judge it by. Look at the outcome first",
  "effects/bootstrap-one-cluster":
    "the bootstrap draws clusters within each arm and needs two or more with treated people, and two or more without where there are any; of {clusters} clusters {treated} have treated people. Use fewTreated or randomisation",
  "effects/bootstrap-few-treated":
    "only {treated} clusters have treated people: the bootstrap can draw few different ones, and its interval is then often too narrow. Use fewTreated or randomisation beside it",
  "effects/bootstrap-people-matched":
    "the bootstrap of people is not valid after nearest-neighbour matching, even in large samples (Abadie & Imbens 2008). Use resample: clusters, which draws whole matched sets, or the jackknife",
  "effects/bootstrap-people-clustered":
    "people of a {cluster} are not independent of one another, so they are not drawn one by one. Use resample: clusters, or estimate with people as clusters",
  "effects/bootstrap-crossing":
    "the covariance rests on {first} and {second} at once, and where they cross there are no clusters to draw. Set crossing: components, or use randomisation",
  "effects/bootstrap-no-spread":
    "all clusters of an arm put the same into this figure, so the bootstrap has nothing to draw from. Look at the outcome first",
  "effects/bootstrap-empty":
    "in {count} of {draws} bootstrap draws some effect had nobody left to be estimated from. Use the jackknife, or randomisation",
  "effects/bootstrap-left-out":
    "in {count} of {draws} bootstrap draws some effect had nobody left to be estimated from; they are left out",
  "effects/bootstrap-capped": "{draws} bootstrap draws in place of {asked}, because each passes over {rows} rows",
  "effects/weights-held":
    "the weights of the comparison were estimated from the same people and are held fixed whoever is left out or drawn, so that what their estimation adds or takes away is not counted; the default standard error counts it",
  "effects/assigned-by-cluster":
    "the programme was given to everybody of a {cluster} at once ({clusters} of them), but {used} is taken as independent: standard errors are then too small. Set cluster: {cluster}, or a coarser one",
  "effects/assigned-to-one-cluster":
    "nearly all starters are in one {cluster} that started as a whole, but {used} is taken as independent: what else befell that {cluster} is taken for the programme, and intervals are too narrow. Set an estimator on everyone beside it under effects.estimators, with cluster: {cluster} and inference.beside: [fewTreated, randomisation]",
  "effects/covariance-compat":
    "covariance {covariance} and the standard errors of {compat} cannot both be had. Leave out inference.covariance or compat",
  "effects/no-cr2":
    "{estimator} has no CR2, since what it compares are not plain means (they are adjusted, weighted by estimates, or told by a model). Use CR3, the cluster jackknife, or auto",
};
