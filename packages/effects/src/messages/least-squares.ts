import type { Catalogue } from "@kontrafakt/base";

export const leastSquaresMessages: Catalogue = {
  "effects/covariance-not-clustered":
    "covariance {covariance} is from clusters, and variance is {variance}. Set variance: cluster, or leave inference.covariance out",
  "effects/covariance-two-way":
    "there is no {covariance} for clusters of two kinds at once ({by}). Use CR1, cluster by one of them, or cross them into one with *",
  "effects/covariance-too-large":
    "{covariance} of {clusters} clusters and {columns} columns is too much to compute. Use auto, which takes coefficients one at a time where clusters are many, or CR1",
  "effects/least-squares-not-nested":
    "the fixed effects {effects} cross the clusters by {by} and have too many levels for the wild bootstrap. Cluster by something the units lie within, or use scoreBootstrap",
  "effects/least-squares-variance":
    "the wild cluster bootstrap needs clusters of one kind; variance is {variance} by {by}. Set variance: cluster and one cluster, or use scoreBootstrap",
};
