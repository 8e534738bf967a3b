import type { Catalogue } from "@kontrafakt/base";

export const weightsMessages: Catalogue = {
  "matching/infeasible-balance":
    'no weights make the others like the starters in "{variable}", since too few of them are as the starters are; it was left out of the weights: look at its ' +
    "balance, and leave out the people nobody can be compared with",
  "matching/weights-not-converged":
    "the weights had not settled after {iterations} steps; use fewer or less related covariates before trusting the comparison",
  "matching/extreme-weights":
    "one person carries {percent}% of the weight of all controls, and the result hangs on that person; use fewer covariates, or trim (matching.weighting.trim)",
  "matching/uneven-weights":
    "the weights are so uneven that {controls} controls tell no more than {effective} equally weighted ones would, fewer than the {starters} starters; the bands " +
    "show it: use fewer covariates, or read more people",
  "matching/weights-held":
    "trimmed weights are taken as given: standard errors leave out that the weights were estimated, which as a rule makes them too large, at times twice " +
    "what they should be",
  "matching/weights-by-lot":
    "each of the {controls} controls is offered to one of {waves} waves by lot; weights can use everybody at risk in every wave, which tells more: " +
    'set matching.share to "reuse"',
  "matching/trimmed":
    "{people} people whose fitted probability lies outside {low} to {high} were left out, {starters} of them starters; the results are about the others",
  "matching/nobody-weighted":
    "{starters} starters are left who have somebody to be compared with, and weights need two; widen the limits, or read more people",
  "matching/weights-shape":
    "the arrays do not fit {rows} rows of {columns} columns: the design has {values} values, there are {treated} treatment indicators and {base} weights",
  "matching/weights-not-finite": "column {column} of row {row} is not a number; leave the row out or fill in the value",
  "matching/weights-negative": "the sampling weight of row {row} must be a number of 0 or more, but it is {value}",
  "matching/bad-sampling-weight":
    "a sampling weight is {value}, and must be a number of 0 or more; correct it, or leave the person out",
  "matching/wave-without-weight":
    "in {wave} {starters} starters and {others} others have a sampling weight above 0, and a comparison needs both; correct the weights, or leave those people out",
  "matching/weights-one-arm":
    "there is nobody to weight: {treated} treated and {others} others are left with a weight above 0 and within the limits; widen the limits, or read more people",
};
