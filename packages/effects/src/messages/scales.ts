import type { Catalogue } from "@kontrafakt/base";

export const scalesMessages: Catalogue = {
  "effects/ratio-without-levels":
    "{outcome}: these effects carry no treated means, so there is nothing to be a share of. Take them from the fit's withLevels()",
  "effects/ratio-level": "the level is a share between 0 and 1, not {level}",
  "effects/ratio-bounded":
    "{outcome}: how effect and level go together is not known, so no limits hold for the effect as a share. Read the difference, or give a covariance of the cells",
  "effects/ratio-no-term":
    "{outcome}: the estimator has no effect by {by}. Choose another, or an estimator with cells such as attGt",
  "effects/ratio-not-positive":
    "{outcome}: without the programme the mean would have been {mean}; a share of that has no meaning. Read the difference",
  "effects/ratio-unbounded":
    "{outcome}: the mean without the programme cannot be told from 0, so the effect as a share of it has no limits on one side or both. Read the difference",
  "effects/ratio-undefined": "{outcome}: the effect or its standard error could not be estimated, and so neither could its share",
};
