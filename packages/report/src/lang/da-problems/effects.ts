import type { Catalogue } from "@kontrafakt/base";
import { attGtMessages } from "./effects/att-gt.js";
import { decompositionMessages } from "./effects/decomposition.js";
import { estimatorsMessages } from "./effects/estimators.js";
import { handoverMessages } from "./effects/handover.js";
import { imputationMessages } from "./effects/imputation.js";
import { momentsMessages } from "./effects/moments.js";
import { regressionMessages } from "./effects/regression.js";
import { scalesMessages } from "./effects/scales.js";
import { wavesMessages } from "./effects/waves.js";

export const effects: Catalogue = {
  ...wavesMessages,
  ...attGtMessages,
  ...momentsMessages,
  ...regressionMessages,
  ...imputationMessages,
  ...decompositionMessages,
  ...scalesMessages,
  ...handoverMessages,
  ...estimatorsMessages,
};
