import type { Catalogue } from "@kontrafakt/base";

export const drawsMessages: Catalogue = {
  "savings/distribution-not-a-number":
    "the distribution ({kind}) needs finite numbers, found {found}; fill in everything this distribution is described by",
  "savings/distribution-empty":
    "an empirical distribution needs the values that were found, but there are none; list at least one",
  "savings/distribution-order": "low must be at most high, and below it for a beta distribution; found low {low} and high {high}",
  "savings/distribution-mode":
    "the value counted with, {mode}, must lie between low {low} and high {high}; move it or widen the range",
  "savings/distribution-sd": "a {kind} distribution needs a standard deviation above 0, found {sd}; state one, or use fixed",
  "savings/distribution-mean":
    "a {kind} distribution is of positive numbers, so its value must be above 0, found {mean}; use another distribution",
  "savings/distribution-beta-mean":
    "a beta distribution's value must lie strictly between low {low} and high {high}, found {mean}; move it or widen the range",
  "savings/distribution-beta-sd":
    "the standard deviation of a beta distribution with this value and range must be below {largest}, found {sd}; lower it or widen the range",
};
