import type { Catalogue } from "@kontrafakt/base";

export const decompositionMessages: Catalogue = {
  "effects/bacon-unbalanced":
    "the decomposition needs every unit in every period; {count} of {units} units lack a value in some. Leave these units out, or look at the weights of two-way fixed effects (twoWayWeights), which need no balance",
  "effects/bacon-one-group":
    "all units are treated at the same time or treatment never changes, so there are no two groups to compare. Add units that start at another time or never",
  "effects/bacon-collinear": "the covariates account for all treatment, so nothing is left to take apart. Use fewer covariates",
  "effects/bacon-covariate":
    "{covariate} follows from unit, period and the other covariates, so two-way fixed effects do not adjust for it",
  "effects/two-way-no-variation":
    "once unit and period effects are taken out, treatment does not vary, so two-way fixed effects have no estimate and no weights. Add units that start at another time or never",
  "effects/two-way-no-cells":
    "{outcome}: the effects given have no cell (group and period) of those two-way fixed effects weigh, so the weights cannot be tried on them",
  "effects/two-way-covered":
    "{outcome}: the effects given cover {share}% of the treated person-periods; the weights are tried on these",
  "effects/eligible-covariate":
    "{name} says who is eligible, so it cannot also be a covariate: the comparison is of eligible with others. Leave it out of the covariates",
  "effects/eligible-values": "{name} must be 1 for the eligible and 0 for the others; {count} units have another value",
  "effects/eligible-all":
    "all usable units have the same {name}, so there is no third difference to take. Use attGt, or add the others of each group",
  "effects/triple-few":
    "{outcome}: ATT({group}, {time}) is not estimated: it needs two units each of eligible and others, in the group and in the controls, and of one of these there are {count}",
  "effects/triple-control-left-out":
    "{outcome}: ATT({group}, {time}) is not compared with those who start in {control}: there are too few of them, or their covariates leave nobody comparable",
  "effects/triple-never-left-out":
    "{outcome}: ATT({group}, {time}) is not compared with those never treated: there are too few of them, or their covariates leave nobody comparable",
  "effects/triple-assignment": "refit of tripleDifference takes weights only: without matched sets there are no roles to move",
  "effects/decomposition-weight": "sampling weights must be 0 or more; {count} units have none, or a negative one",
};
