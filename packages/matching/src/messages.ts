import type { Catalogue } from "@kontrafakt/base";

/** English sentences of this package's problems, by code. */
export const messages: Catalogue = {
  "matching/bad-ratio": "the number of controls per starter must be a whole number of at least 1, but it is {value}; give for example 3",
  "matching/bad-caliper": "the caliper must be 0 or more, but it is {value}; give for example 0.2, or null for none",
  "matching/score-missing": "row {row} takes part in matching but has no score ({value}); leave the row out or complete its covariates",
};
