import type { Catalogue } from "@kontrafakt/base";

export const strataMessages: Catalogue = {
  "matching/strata":
    "{strata} strata hold both starters and controls: {starters} starters and {controls} controls; half of the strata have at most {people} controls",
  "matching/exact-strata-alone":
    "{unmatched} of {starters} starters have no control with the same values of: {variables}; name fewer variables in matching.exact, or cut numbers " +
    'into intervals (matching.method: "coarsened")',
  "matching/coarsened-strata-alone":
    "{unmatched} of {starters} starters have no control in the same intervals; cut into most intervals: {variables}; fewer intervals for these " +
    "(matching.coarsening.by) would keep more starters",
  "matching/no-exact-stratum":
    "no starter has a control with the same values of all of: {variables}; numbers such as history hardly ever agree exactly: cut them into intervals " +
    '(matching.method: "coarsened"), or name in matching.exact only what must agree',
  "matching/no-coarsened-stratum":
    "no starter has a control in the same intervals of all variables; cut into most intervals: {variables}; use fewer intervals " +
    "(matching.coarsening), fewer covariates, or nearest neighbours",
  "matching/never-cut":
    '"{variable}" is not cut, since it is 0/1 or named in matching.exact; take it out of matching.coarsening.by',
  "matching/declared-chosen":
    "of {specifications} specifications of the matching the one declared first was used: the best balance among those that keep nearly as many starters " +
    "as any, with no outcome after the start looked at",
  "matching/candidate-chosen":
    'of {specifications} specifications of the matching "{name}" was used: the best balance among those that keep nearly as many starters as any, with no ' +
    "outcome after the start looked at",
  "matching/candidate-failed":
    'the specification "{name}" could not be matched and was left out of the choice; the table of specifications says why',
};
