export { type BalanceColumn, type BalanceInput, balance, type UnmatchedMean } from "./balance/balance.js";
export type {
  Balance,
  BalanceRow,
  EffectiveSizes,
  PeriodBalance,
  ProductBalance,
  ScoreOverlap,
  WaveBalance,
} from "./balance/balance-value.js";
export { CONTROL, type Comparison, TREATED, type WeightEstimation } from "./comparison.js";
export { messages } from "./messages.js";
export type { NearestOrder } from "./nearest/choosing-order.js";
export {
  type CoordinateDistance,
  type Coordinates,
  type CoordinatesInput,
  distanceCoordinates,
} from "./nearest/distance-coordinates.js";
export { matchingWeights } from "./nearest/matching-weights.js";
export { type NearestInput, nearest } from "./nearest/nearest.js";
export { type NearestDistanceInput, nearestDistance } from "./nearest/nearest-distance.js";
export type { Caliper, NearestLimits } from "./nearest/nearest-limits.js";
export { type NearestMatchInput, nearestMatch } from "./nearest/nearest-match.js";
export type { NearestPairs, NearestPlan } from "./nearest/nearest-plan.js";
export { type VariableRatioInput, variableRatio } from "./nearest/variable-ratio.js";
export { type MatchingOptions, type MatchingOptionsInput, matchingOptions } from "./options/matching-options.js";
export { makesWeights } from "./options/method-kinds.js";
export type { Cuts } from "./options/strata-options.js";
export { type Coarsened, coarsen } from "./strata/coarsen.js";
export { type ExactStrataInput, exactStrata, type Strata } from "./strata/exact-strata.js";
export { type K2kInput, k2k, type Pairs } from "./strata/k2k.js";
export { stratumWeights } from "./strata/stratum-weights.js";
export type { Choice, ChoiceCandidate } from "./waves/choice.js";
export { chooseMatch } from "./waves/choose-match.js";
export { explainMatch } from "./waves/explain-match.js";
export type { MatchExplanation, NearExplanation, SetExplanation, WaveExplanation } from "./waves/match-explanation.js";
export type { Limit } from "./waves/match-limits.js";
export { matchWaves } from "./waves/match-waves.js";
export type { Matched } from "./waves/matched.js";
export type { Peak, PeakSize } from "./waves/peak.js";
export { periodRange, windowMean } from "./waves/window-mean.js";
export { type CbpsInput, cbps } from "./weights/cbps.js";
export { type EntropyBalanceInput, entropyBalance } from "./weights/entropy-balance.js";
export { type IpwInput, ipw, type Trim } from "./weights/ipw.js";
export type { Target, Weights, WeightsInput } from "./weights/weights-value.js";
