import type { Catalogue } from "@kontrafakt/base";

export const attGtMessages: Catalogue = {
  "effects/no-covariate": "the panel holds no covariate named {name}; it has {names}. Name one of those",
  "effects/sampling-weight": "sampling weights must be 0 or more; one is {value}",
  "effects/incomplete":
    "{count} of {units} units are not observed in every period ({which}). Complete them, or set incomplete: full (leave them out, which changes whom the effect is for), pairwise (use them in the cells that see both their periods) or crossSection (use every row)",
  "effects/incomplete-dropped":
    "{count} of {units} units ({treated} of them treated) are not observed in every period and were left out",
  "effects/always-treated":
    "{count} units started by the first period (anticipation counted) and have no period before; they were left out",
  "effects/no-never-treated":
    "nobody in the panel is never treated, so control: never has no controls. Use control: notYet, or add untreated units",
  "effects/last-group-as-control":
    "nobody is never treated: the group that starts last ({group}) serves as control, and periods from {from} on are left out",
  "effects/no-treated":
    "no unit starts between {from} and {to} with a period before its start (anticipation counted), so there is no effect to estimate. Look at starts, periods and anticipation",
  "effects/one-period": "the panel has {periods} usable period; an effect needs a period before and one after the start",
  "effects/unknown-cluster-of-unit": "{count} units have no {cluster}; clustering needs it for all of them",
  "effects/cell-no-controls": "{outcome}: ATT({group}, {time}) is not estimated: no unit is a control then",
  "effects/cell-one-unit":
    "{outcome}: ATT({group}, {time}) is not estimated: {treated} treated and {controls} control units, and each side needs two for a standard error",
  "effects/cell-few-controls":
    "{outcome}: ATT({group}, {time}) is not estimated: {controls} controls for {slopes} covariates and a constant",
  "effects/cell-separated":
    "{outcome}: ATT({group}, {time}) is not estimated: the covariates tell treated from controls perfectly ({covariates}). Use fewer covariates, or method: reg",
  "effects/cell-overlap":
    "{outcome}: ATT({group}, {time}) is not estimated: a propensity of {highest} leaves units without anyone comparable. Use fewer covariates, or method: reg",
  "effects/cell-collinear": "{outcome}: ATT({group}, {time}) leaves out collinear covariates: {covariates}",
  "effects/pairwise-used":
    "{count} of {units} units ({treated} of them treated) are not observed in every period: each effect is of the units observed in both its periods, so that different periods tell of different people. Averages weigh groups by all their units",
  "effects/as-cross-sections":
    "{count} of {units} units ({treated} of them treated) are not observed in every period: each effect compares whoever is there in each of its periods, as if they were other people. Where those who leave differ from those who stay, that shows as an effect",
  "effects/seen-once":
    "{count} of {units} units ({treated} of them treated) are observed in one period at most and inform no effect",
  "effects/without-outcome": "{count} of {units} units ({treated} of them treated) have no outcome and were left out",
  "effects/weightless": "{count} of {units} units ({treated} of them treated) have sampling weight 0 and were left out",
  "effects/covariate-missing":
    "{count} of {units} units ({treated} of them treated) lack a covariate and were left out. Give covariates an indicator of missing to keep them",
  "effects/of-group": "of the group that starts in {group} that is {count} of {units}",
  "effects/of-never-treated": "of the never treated that is {count} of {units}",
  "effects/time-varying":
    "{covariates} varies over time: whatever the programme changes in it is taken out of the effect. Use only what the programme cannot change",
  "effects/time-varying-rows":
    "{covariates} would have to be known of each person at the base, and rows of different people do not tell that. Name a covariate of the rows, or set incomplete: pairwise for a panel",
  "effects/cell-no-base":
    "{outcome}: ATT({group}, {time}) is not estimated: no earlier period of the same season lies before the start. Set baseSeason: any, or add earlier periods. Averages leave it out",
  "effects/cell-few-treated":
    "{outcome}: ATT({group}, {time}) is not estimated: {treated} treated rows in a period for {slopes} covariates and a constant. Use fewer covariates, or method: reg",
  "effects/cell-not-calibrated":
    "{outcome}: ATT({group}, {time}) is estimated with method: dr instead: no weights of the controls balance the covariates exactly",
  "effects/cell-constant":
    "{outcome}: ATT({group}, {time}) has a standard error of 0, since the outcome changed alike for everybody compared. It says nothing about uncertainty",
  "effects/one-cluster": "{clusters} cluster tells nothing of how clusters differ; name a finer clustering, or unit",
  "effects/att-gt-too-large":
    "{clusters} clusters and {cells} effects need more memory than there is. Ask for fewer outcomes at a time, or a coarser cluster",
  "effects/comparison-needs-panel": "a comparison is of the people of a panel, not of {data}",
  "effects/comparison-control": "a comparison says itself who the controls are; leave control out",
  "effects/comparison-sections": "the people of a comparison are followed from base to period; use incomplete: pairwise or full",
  "effects/comparison-anticipation":
    "the comparison was made with an anticipation of {anticipation}, not {given}; leave anticipation out, or match anew",
  "effects/comparison-incomplete":
    "{count} of {units} people of the comparison ({treated} of them treated) are not observed in every period. Set incomplete: pairwise (use whom each effect sees; controls of a set share its weight) or full (leave them out)",
  "effects/sections-incomplete":
    "people of cross-sections are seen once, so {incomplete} has nobody to choose; leave incomplete out",
  "effects/refit-assignment": "refit of attGt takes weights only: without matched sets there are no roles to move",
  "effects/aggregate-without-shares":
    "these effects do not carry the shares of groups that {type} needs. For effects after matching use events, total or mean",
  "effects/aggregate-left-out": "{outcome}: {type} is over the cells that could be estimated; left out: {which}",
  "effects/aggregate-empty": "{outcome}: no cell is left for {type}",
  "effects/aggregate-type": "effects are aggregated as simple, dynamic, group or calendar; found {type}",
  "effects/balance-event": "balanceE applies to type dynamic only, not to {type}",
};
