import type { Catalogue } from "@kontrafakt/base";

export const recodeMessages: Catalogue = {
  "cohort/too-many-levels":
    "covariate {covariate} has {levels} different values, and a category has {limit} at most; group them, or if they are amounts write type: number",
  "cohort/covariate-missing": "a covariate is missing; only people with all of them are analysed",
};
