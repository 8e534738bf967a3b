import type { Catalogue } from "@kontrafakt/base";

/** English sentences on plans. */
export const planningMessages: Catalogue = {
  "savings/plan-year-since-start":
    "expected whole years since the start, found {found}; write 0 for the calendar year of the start, 1 for the next one",
  "savings/plan-year-gap":
    "{outcome} has an effect for year {year} since the start but none for year {before}; add the missing row (effect 0 where nothing changes)",
  "savings/plan-effect-missing":
    "expected the change per starter as a number, found {found}; write it in the outcome's unit, negative where it falls",
  "savings/plan-bias-outside": "the share taken off for optimism must be between 0 and 1, found {found}",
  "savings/plan-values-unreadable":
    'the changes found must be numbers separated by |, found "{found}"; write them such as -12 | -8.5 | -3',
  "savings/plan-history-late":
    "the history has {years}, when people start (from {from}): the group is then those who have not started, or are changed by the programme; remove these years",
  "savings/plan-no-effects":
    "{outcomes}: the plan has an outcome without any assumed effect; add its rows to the file of effects, or remove it",
  "savings/plan-starters-below": "{found} starters in {year}: the number of starters must be 0 or more in all its range",
  "savings/plan-no-starters": "nobody is planned to start; write how many under plan.starters",
  "savings/plan-cost-missing":
    "a plan counts planned costs, and {payer} has none for {year}; fill in the planned cost (actual costs belong in a study of what was done)",
  "savings/plan-cost-actual":
    "actual costs are given for {years}, and a plan counts the planned ones; once there are actual costs, evaluate what was done",
  "savings/plan-age-out":
    "a plan does not know the starters' ages, so savings.persistence.ageOut cannot be used; end the effects by persistence.years instead",
  "savings/plan-effect-over-use":
    "{outcome}: the plan takes off {effect} a year from each starter in year {year} since the start, but the target group used {use} on average without the programme; state a smaller effect, or say in its source why these starters use more",
  "savings/plan-starters-over-people":
    "{starters} are planned to start in {year}, but the target group had {people} people in {last}; plan for fewer, or correct the history",
  "savings/plan-use-unknown":
    "{outcomes}: the history has no rows, so what the target group costs without the programme is told without it",
  "savings/plan-price-carried-on":
    "{outcomes}: the prices of the last year that has them are used for later years, since prices are fixed",
  "savings/history-people": "expected a whole number of people above 0, found {found}; leave out years in which there was nobody",
  "savings/history-units": "expected an amount of 0 or more, found {found}",
  "savings/history-people-differ":
    "the target group has {found} people in {year} here, but {other} in row {row}; all rows of a year are about the same people",
};
