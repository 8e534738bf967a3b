import type { Catalogue } from "@kontrafakt/base";

export const nearestMessages: Catalogue = {
  "matching/bad-ratio":
    "the number of controls per starter must be a whole number of at least 1, but it is {value}; give for example 3",
  "matching/bad-caliper": "the caliper must be 0 or more, but it is {value}; give for example 0.2, or null for none",
  "matching/bad-reuse-limit":
    "the number of starters that one control may serve must be a whole number of at least 1, but it is {value}; give for example 5, or null for no limit",
  "matching/ratio-outside":
    "the number of controls per starter is to vary from {least} to {most}, so its mean must lie between them, but ratio is {ratio}; change one of them",
  "matching/score-missing":
    "row {row} takes part in matching but has no score ({value}); leave the row out or complete its covariates",
  "matching/caliper-on-category": '"{covariate}" is a category and has no distance; name it in matching.exact instead',
  "matching/nobody-within-limits":
    "no starter has a control: for {groups} nobody is in the groups that must agree or differ (matching.exact, matching.antiExact), for {calipers} nobody is within " +
    "matching.calipers, for {caliper} nobody is left within the caliper of the score, and for {left} nobody was free; loosen these limits",
  "matching/nobody-matched":
    "no starter has a control within the caliper ({caliper} standard deviations of the score); the groups hardly overlap: widen the caliper, " +
    "use fewer covariates, or find a more similar comparison group",
};
