export { toArquero } from "@kontrafakt/base";
export {
  blobSource,
  bytesSource,
  cohortMoments,
  mergeMoments,
  momentsJson,
  profile,
  profileFiles,
  publishableMoments,
  readCells,
  readCrossSections,
  readMoments,
  tableSource,
} from "@kontrafakt/cohort";
export {
  aggregate,
  attGt,
  bacon,
  fitEstimator as estimate,
  ratio,
  readEffects,
  relativeEffects,
  twoWayWeights,
} from "@kontrafakt/effects";
export { balance } from "@kontrafakt/matching";
export { parseStudy } from "@kontrafakt/study";
export { chart } from "./chart.js";
export { describe } from "./describe.js";
export {
  bootstrap,
  fewTreated,
  type InferAbout,
  type InferOptions,
  inferBeside,
  jackknife,
  multiplierBootstrap,
  permutationInterval,
  randomisation,
  scoreBootstrap,
  wildBootstrap,
} from "./infer.js";
export { checkStudy, evaluate, readCohort } from "./keyed.js";
export { type MatchOptions, match } from "./match.js";
export { messages } from "./messages.js";
export { type MoneyChoice, monetize, readMoney, verify } from "./money.js";
export type { Kontrafakt, Tabular } from "./tabular.js";
export { toJson } from "./to-json.js";
export { toTable } from "./to-table.js";
export { type WeighOptions, weigh } from "./weigh.js";
