import type { Catalogue } from "@kontrafakt/base";

export const estimatorsMessages: Catalogue = {
  "effects/bad-option": "{message}",
  "effects/needs-panel":
    "{estimator} follows the same units over time and cannot be estimated from {data}; use attGt, or give a row a person or place and period",
};
