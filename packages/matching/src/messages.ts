import type { Catalogue } from "@kontrafakt/base";

/** English sentences of this package's problems, by code. */
export const messages: Catalogue = {
  "matching/bad-ratio":
    "the number of controls per starter must be a whole number of at least 1, but it is {value}; give for example 3",
  "matching/bad-caliper": "the caliper must be 0 or more, but it is {value}; give for example 0.2, or null for none",
  "matching/score-missing":
    "row {row} takes part in matching but has no score ({value}); leave the row out or complete its covariates",
  "matching/bad-option": "{message}",
  "matching/unknown-name": 'the cohort has nothing called "{value}"; it has: {known}',
  "matching/no-starters":
    "nobody started the programme from {from} to {to} ({before} started before); check the start dates, or the cohort's from and to",
  "matching/no-history":
    "no starter has a history to match on: {history} have no period observed in a window before time zero (missing: {variables}), " +
    "{notObserved} more were not under observation and {covariate} lack a covariate; the data begin in {first}: use nearer windows, " +
    "fewer outcomes, or read earlier years",
  "matching/no-starters-at-risk":
    "no starter can be matched: {notObserved} were not under observation around the start and {covariate} lack a covariate; check " +
    'residence and birth dates, or set matching.missing to "indicator"',
  "matching/one-starter":
    "only one starter (in {wave}) can be matched, and a score cannot be learned from one; wait for more, or widen the cohort",
  "matching/no-controls":
    "nobody can be a control: {others} people were at risk in the same periods without starting (clusters whose members are left out: {exclude}); " +
    "read more people, or name smaller clusters in matching.exclude",
  "matching/nobody-matched":
    "no starter has a control within the caliper ({caliper} standard deviations of the score); the groups hardly overlap: widen the caliper, " +
    "use fewer covariates, or find a more similar comparison group",
  "matching/all-missing":
    '"{variable}" is missing for everybody at risk and was left out of the score; check the column, or remove it from the study',
  "matching/missing-values":
    '"{variable}" is missing for {people} people, {starters} of them starters, in a wave where they were at risk; they are left out there ' +
    '(matching.missing: "indicator" would keep them)',
  "matching/constant-variable": '"{variable}" is the same for everybody at risk and says nothing; it was left out of the score',
  "matching/collinear": '"{variable}" follows exactly from others in the score and was not given a slope of its own',
  "matching/separation":
    '"{variable}" tells starters from others without fail, so no score can weigh it; it was left out of the score: look at its balance, ' +
    "and leave out the people nobody can be compared with",
  "matching/score-not-converged":
    "the score had not settled after {iterations} steps; use fewer or less related covariates before trusting the match",
  "matching/more-variables-than-starters":
    "the score has {variables} variables for {starters} starters, so it will tell them apart by accident; use fewer covariates or history windows",
  "matching/unmatched-starters":
    "{unmatched} of {starters} starters have no control; the results are about the others, and the balance table shows who those are",
  "matching/empty-wave": "none of the {starters} starters of {wave} could be matched; that wave is not in the results",
  "matching/heavy-censoring-weights":
    "some controls stand in for up to {largest} others who (or whose excluded households or schools) started later; the comparison rests on few people then: shorten the follow-up, " +
    'or compare with estimand "waiting" too',
  "matching/not-balanced":
    "after matching, starters and controls still differ by more than {threshold} standard deviations in: {variables}; a narrower caliper or " +
    "fewer controls per starter may help, else the comparison stands only with that caveat",
};
