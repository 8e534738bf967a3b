import type { Catalogue } from "@kontrafakt/base";

export const bootstrapsMessages: Catalogue = {
  "effects/wild-nothing-asked": "every term has weight 0, so there is nothing to test. Give at least one term another weight",
  "effects/wild-not-estimated":
    "what is to be tested holds a term that could not be estimated, so there is nothing to draw about. Leave that term out; a problem of its own says why it is missing",
  "effects/wild-no-spread":
    "the {clusters} clusters do not differ in what they say about the effect, so a bootstrap has nothing to draw from. Use randomisation",
  "effects/wild-one-treated":
    "one of {clusters} clusters holds all the treated, and a bootstrap by cluster then says nothing about chance. Use fewTreated or randomisation",
  "effects/wild-arms-of-one":
    "the {clusters} clusters with treated each start at a time of their own, and one tells nothing of how clusters that start together differ: this bootstrap by cluster would be far too sure. Use fewTreated, randomisation or, of least squares, wildBootstrap",
  "effects/wild-no-treated":
    "none of the {clusters} clusters behind this effect holds a treated unit, so there is nothing to test. Test terms that treated units stand behind",
  "effects/wild-too-few-signs":
    "{clusters} clusters give {distinct} different sizes of the statistic by signs alone, too few for a test at level {level}. Set inference.weights to webb, or use randomisation",
  "effects/wild-too-few-clusters":
    "{clusters} clusters give {distinct} different sizes of the statistic, too few for a test at level {level}. Use a finer clustering if the programme was given so, or randomisation",
  "effects/wild-few-treated":
    "{count} of {clusters} clusters hold treated; with so few, the bootstrap by cluster refuses too seldom or too often. Set fewTreated or randomisation beside it",
  "effects/wild-one-dominates":
    "one cluster holds {percent}% of what the treated bear of this effect, so the bootstrap by cluster may be far off. Set fewTreated or randomisation beside it",
  "effects/wild-moments":
    "{estimator}: the influence of single clusters was not kept, as there were too many numbers to carry or only sums by cohort were given, so it cannot be bootstrapped. Use a coarser cluster, fewer outcomes, or data by unit",
  "effects/wild-no-influence":
    "{estimator}: only estimates and their covariance are known, so there is nothing to draw. Estimate from the data with covariance CR1, or use jackknife",
  "effects/wild-crossing":
    "influence is by {first} and by {second}, which cross, and weights drawn for one leave the other out. Set inference.crossing to components, or use randomisation",
  "effects/wild-no-term": "there is no term at place {index}; there are {terms}, counted from 0",
  "effects/wild-not-least-squares":
    "{estimator} is not written as least squares here, so the wild bootstrap cannot draw its outcomes. Use scoreBootstrap or jackknife",
  "effects/wild-adjusted":
    "{count} event times adjust for covariates, so the effect is not a mean of the sets' differences, and the wild bootstrap cannot draw it. Use scoreBootstrap, or leave adjust empty",
  "effects/wild-by-person":
    "people, not whole matched sets, count as independent here, so the wild bootstrap has no sets to draw. Use scoreBootstrap or jackknife",
  "effects/wild-too-large":
    "{clusters} clusters and {cells} cells are more than the wild bootstrap can draw from in reasonable time. With so many clusters the default interval needs no help; else use a coarser cluster or fewer cells",
  "effects/wild-unbounded":
    "no value is refused on at least one side: {draws} draws of {clusters} clusters cannot tell as finely as level {level} asks. Ask for more draws, or set inference.weights to webb",
};
