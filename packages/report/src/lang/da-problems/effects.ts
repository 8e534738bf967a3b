import type { Catalogue } from "@kontrafakt/base";
import { armsMessages } from "./effects/arms.js";
import { attGtMessages } from "./effects/att-gt.js";
import { bootstrapsMessages } from "./effects/bootstraps.js";
import { crossingMessages } from "./effects/crossing.js";
import { decompositionMessages } from "./effects/decomposition.js";
import { estimatorsMessages } from "./effects/estimators.js";
import { handoverMessages } from "./effects/handover.js";
import { imputationMessages } from "./effects/imputation.js";
import { leastSquaresMessages } from "./effects/least-squares.js";
import { momentsMessages } from "./effects/moments.js";
import { randomisationMessages } from "./effects/randomisation.js";
import { regressionMessages } from "./effects/regression.js";
import { resamplingMessages } from "./effects/resampling.js";
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
  ...leastSquaresMessages,
  ...bootstrapsMessages,
  ...resamplingMessages,
  ...randomisationMessages,
  ...crossingMessages,
  ...armsMessages,
};
