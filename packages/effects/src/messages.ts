import type { Catalogue } from "@kontrafakt/base";
import { armsMessages } from "./messages/arms.js";
import { attGtMessages } from "./messages/att-gt.js";
import { bootstrapsMessages } from "./messages/bootstraps.js";
import { crossingMessages } from "./messages/crossing.js";
import { decompositionMessages } from "./messages/decomposition.js";
import { estimatorsMessages } from "./messages/estimators.js";
import { handoverMessages } from "./messages/handover.js";
import { imputationMessages } from "./messages/imputation.js";
import { leastSquaresMessages } from "./messages/least-squares.js";
import { momentsMessages } from "./messages/moments.js";
import { randomisationMessages } from "./messages/randomisation.js";
import { regressionMessages } from "./messages/regression.js";
import { resamplingMessages } from "./messages/resampling.js";
import { scalesMessages } from "./messages/scales.js";
import { wavesMessages } from "./messages/waves.js";

/** English sentences of this package's problems, by code. */
export const messages: Catalogue = {
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
