export { allMessages } from "./all-messages.js";
export { type Analysis, analyse } from "./analyse.js";
export { writeCalculation } from "./calculation/write-calculation.js";
export type { Change, NearEarlier } from "./disclosure/count-near.js";
export type { FigureRules, OwnerRules } from "./disclosure/figure-rules.js";
export { nearEarlier } from "./disclosure/near-earlier.js";
export type { WithheldReason } from "./disclosure/tally.js";
export { effectsOf } from "./disclosure/yearly-sums.js";
export { type AssignedFiles, assignFiles } from "./draft/assign-files.js";
export { type DraftOptions, draftStudy } from "./draft/draft-study.js";
export type { Choice, Draft, DraftEntry, DraftFile, Note } from "./draft/draft-value.js";
export { draftValue, draftYaml, openQuestions, type Say } from "./draft/draft-yaml.js";
export { mergeProfiles } from "./draft/merge-profiles.js";
export { checkStudy, evaluate } from "./evaluate.js";
export type {
  AnyEvaluation,
  Check,
  Evaluation,
  GroupCheck,
  GroupEvaluation,
  MatchedEvaluation,
  PlanCheck,
  PlanEvaluation,
} from "./evaluation.js";
export { type Explanation, explainOption, type NoSuchOption } from "./explain-option.js";
export { explainPerson, type PersonExplanation, type Who } from "./explain-person.js";
export { type HandedOver, type HandoverFile, handOver, type ScriptLanguage } from "./hand-over.js";
export { hashSource } from "./hash-source.js";
export { clusterWarnings } from "./inference-warnings.js";
export { jobs } from "./jobs.js";
export { compareLock, hashInputs, type InputHash, type Lock, type LockStatus, lockStudy, readLock } from "./lock.js";
export { matchStudy } from "./match-study.js";
export { messages } from "./messages.js";
export {
  type AnyStudy,
  type GroupStudy,
  type GroupStudyInput,
  groupStudySchema,
  isGroupStudy,
  isPlan,
} from "./options/group-study-schema.js";
export { type PlanStudy, type PlanStudyInput, planStudySchema } from "./options/plan-study-schema.js";
export { type Language, languages, type ReportOptions, reportOptions } from "./options/report-options.js";
export { type Study, type StudyInput, studySchema } from "./options/study-schema.js";
export { outcomeInfo } from "./outcome-info.js";
export { parametersChanged } from "./parameters-changed.js";
export { type ParsedStudy, parseStudy } from "./parse-study.js";
export type { AnyResults, PlanEffect, PlanOutcome, PlanResults } from "./plan/plan-results.js";
export { type TargetHistory, targetHistory } from "./plan/target-history.js";
export { readResults } from "./read-results.js";
export {
  type Beside,
  type Bracket,
  type ChoiceResult,
  type Count,
  type EffectSum,
  type FileAsRead,
  type FileFlow,
  type GroupsOutcome,
  type GroupsResult,
  type GroupsResults,
  type InferenceResult,
  type MatchedResults,
  type MatchingResult,
  type MethodResult,
  type OutcomeResult,
  type Relative,
  type Results,
  SCHEMA_VERSION,
  type Text,
} from "./results.js";
export { type StudyFile, studyFiles } from "./study-files.js";
export { studyJsonSchema } from "./study-json-schema.js";
export { PRODUCT } from "./version.js";
export { draftWorkbook } from "./workbook/draft-workbook.js";
export type { StudySheet, StudyWorkbook } from "./workbook/parse-workbook.js";
export { readWorkbook } from "./workbook/read-workbook.js";
export { type WorkbookContent, writeWorkbook } from "./workbook/write-workbook.js";
