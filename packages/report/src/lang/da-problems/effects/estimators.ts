import type { Catalogue } from "@kontrafakt/base";

export const estimatorsMessages: Catalogue = {
  "effects/bad-option": "{message}",
  "effects/needs-panel":
    "{estimator} følger de samme enheder over tid og kan ikke estimeres ud fra {data}; brug attGt, eller giv en række pr. person eller sted og periode",
};
