import type { Catalogue } from "@kontrafakt/base";

export const wavesMessages: Catalogue = {
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
  "matching/unmatched-starters":
    "{unmatched} of {starters} starters are left out, since nobody can be compared with them; the results are about the others, and the balance table shows who those are",
  "matching/empty-wave": "none of the {starters} starters of {wave} could be matched; that wave is not in the results",
  "matching/score-left-out":
    "with {variables} variables for {starters} starters no score was estimated; strata need none, but controls who leave are weighted up by " +
    "each wave's share of starters alone, and nothing is adjusted for the score: use fewer covariates or history windows to have one",
  "matching/peak-at-referral":
    "starters were referred at a peak (or in a trough): {outcome} had changed by {size} standard deviations in a year, the others' change " +
    "set off; part of that turns back by itself and would pass for the programme's effect. Set matching.history.gap: {gap} to match and " +
    "compare with the time before it; the bracket in the results shows what that does",
  "matching/heavy-censoring-weights":
    "some controls stand in for up to {largest} others who (or whose excluded households or schools) started later; the comparison rests on few people then: shorten the follow-up, " +
    'or compare with estimand "waiting" too',
};
