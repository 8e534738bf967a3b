export { armPartDegrees, takenArms } from "./arm-part-degrees.js";
export { type AggregateOptions, type AggregateType, aggregate } from "./att-gt/aggregate.js";
export { attGt } from "./att-gt/att-gt.js";
export { type WaldPretest, waldPretest } from "./att-gt/wald-pretest.js";
export { type AveragesOptions, averages } from "./averages.js";
export { type Bands, bands } from "./bands.js";
export { combine } from "./combine.js";
export { bacon } from "./decomposition/bacon.js";
export type { Bacon, BaconComparison, BaconType } from "./decomposition/bacon-value.js";
export type { ComparedWeights } from "./decomposition/compared-weights.js";
export { type EventStudyWeights, type EventWeights, eventStudyWeights } from "./decomposition/event-study-weights.js";
export type { ReversalSd } from "./decomposition/reversal-sd.js";
export { tripleDifference } from "./decomposition/triple-difference.js";
export { type TwoWayWeights, twoWayWeights } from "./decomposition/two-way-weights.js";
export type { WeightedCell } from "./decomposition/weighted-cell.js";
export { type DesignSe, designSe } from "./design-se.js";
export type {
  ArmPart,
  Assumed,
  CovarianceOnly,
  Crossing,
  Effects,
  Fit,
  GroupShares,
  Influence,
  Interval,
  MomentBasis,
  Paths,
  SampleUse,
  ShareMoments,
  Term,
  TermKind,
} from "./effects-value.js";
export { fitEstimator } from "./estimators/fit-estimator.js";
export { type EventBands, type EventRole, type EventUse, eventBands, eventRole, events } from "./events.js";
export { attGtHandover } from "./handover/att-gt-handover.js";
export type { CohortSizes, EffectsFromFile, KnownOutcome } from "./handover/effects-file-value.js";
export type { HandoverFile, ScriptLanguage } from "./handover/handover-file.js";
export { matchedHandover } from "./handover/matched-handover.js";
export { readEffects } from "./handover/read-effects.js";
export { imputation } from "./imputation/imputation.js";
export { twoStage } from "./imputation/two-stage.js";
export type { ArmValues } from "./inference/arm-values.js";
export { bootstrap } from "./inference/bootstrap.js";
export type { ClusterSquares } from "./inference/cluster-squares.js";
export { type EvidenceTest, evidenceTest } from "./inference/evidence-test.js";
export { fewTreated } from "./inference/few-treated.js";
export { inferBeside } from "./inference/infer.js";
export {
  type Inference,
  type InferenceChoice,
  type InferenceMethod,
  type InferenceReason,
  inferenceMethods,
} from "./inference/inference-value.js";
export { jackknife } from "./inference/jackknife.js";
export { jackknifeTest } from "./inference/jackknife-test.js";
export type { Method, MethodOptions } from "./inference/method.js";
export { type MultiplierBands, multiplierBands } from "./inference/multiplier-bands.js";
export { multiplierBootstrap } from "./inference/multiplier-bootstrap.js";
export { permutationInterval } from "./inference/permutation-interval.js";
export { randomisation } from "./inference/randomisation.js";
export { scoreBootstrap } from "./inference/score-bootstrap.js";
export { wildBootstrap } from "./inference/wild-bootstrap.js";
export { interval, standardError } from "./interval.js";
export { effectsJobs } from "./jobs.js";
export { type Combination, linearCombination } from "./linear-combination.js";
export { mean } from "./mean.js";
export { messages } from "./messages.js";
export { attGtMoments } from "./moments/att-gt-moments.js";
export { efficient } from "./moments/efficient.js";
export { efficientAggregate } from "./moments/efficient-aggregate.js";
export { type EfficientTest, efficientTest } from "./moments/efficient-test.js";
export { type Naive, naive } from "./naive.js";
export { type AttGtOptions, type AttGtOptionsInput, attGtOptions } from "./options/att-gt-options.js";
export { type BaconOptions, type BaconOptionsInput, baconOptions } from "./options/bacon-options.js";
export { type EffectsFileOptions, type EffectsFileOptionsInput, effectsFileOptions } from "./options/effects-file-options.js";
export { type EffectsOptions, type EffectsOptionsInput, effectsOptions } from "./options/effects-options.js";
export { type EfficientOptions, type EfficientOptionsInput, efficientOptions } from "./options/efficient-options.js";
export {
  type EstimatorName,
  type EstimatorOptions,
  type EstimatorOptionsInput,
  estimatorOptions,
} from "./options/estimator-options.js";
export { type EventStudyOptions, type EventStudyOptionsInput, eventStudyOptions } from "./options/event-study-options.js";
export {
  type EventStudyWeightsOptions,
  type EventStudyWeightsOptionsInput,
  eventStudyWeightsOptions,
} from "./options/event-study-weights-options.js";
export {
  estimatorInference,
  type InferenceOptions,
  type InferenceOptionsInput,
  inferenceOptions,
} from "./options/inference-options.js";
export { type SunAbrahamOptions, type SunAbrahamOptionsInput, sunAbrahamOptions } from "./options/sun-abraham-options.js";
export {
  type TripleDifferenceOptions,
  type TripleDifferenceOptionsInput,
  tripleDifferenceOptions,
} from "./options/triple-difference-options.js";
export { type TwoWayOptions, type TwoWayOptionsInput, twoWayOptions } from "./options/two-way-options.js";
export {
  type TwoWayWeightsOptions,
  type TwoWayWeightsOptionsInput,
  twoWayWeightsOptions,
} from "./options/two-way-weights-options.js";
export { paths } from "./paths.js";
export { type Permutation, permutable, permutation } from "./permutation.js";
export { type PreTrend, type PreTrendUse, preTrend } from "./pre-trend.js";
export { eventStudy } from "./regression/event-study.js";
export { sunAbraham } from "./regression/sun-abraham.js";
export { twoWay } from "./regression/two-way.js";
export { type SampleSummary, sampleSummary } from "./sample-summary.js";
export { satterthwaite } from "./satterthwaite.js";
export { type FiellerSet, fieller } from "./scales/fieller.js";
export { type Ratio, ratio } from "./scales/ratio.js";
export {
  type RelativeEffect,
  type RelativeEffects,
  type RelativeEffectsOptions,
  relativeEffects,
} from "./scales/relative-effects.js";
export { total, totalWeights } from "./total.js";
export type { WaveDesign, WaveOutcome } from "./wave-design.js";
export { type WaveFit, waveEffects } from "./wave-effects.js";
