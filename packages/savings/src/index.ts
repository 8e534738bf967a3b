export { type Account, openAccount } from "./account/account.js";
export { arrivals } from "./account/arrival.js";
export { discountFactors } from "./account/discount-factors.js";
export { type PersonSums, personSums } from "./account/person-sums.js";
export type { StudyFacts } from "./account/study-facts.js";
export { quantileOf } from "./draws/distribution.js";
export { savingsJobs } from "./draws/draw-block.js";
export type { DrawnFigures } from "./draws/draw-figures.js";
export { type Draws, drawShared } from "./draws/draws.js";
export { moneyDraws } from "./draws/money-draws.js";
export type {
  BookableAmount,
  BottomLine,
  Horizon,
  KeyFigures,
  PriorFigures,
  RatioFigure,
  SwitchingValue,
  TornadoBar,
} from "./figures/figures-value.js";
export { chartOf } from "./files/chart-of-accounts.js";
export type { OutcomeInfo } from "./files/outcome-names.js";
export { type MoneyFiles, readMoney } from "./files/read-money.js";
export { messages } from "./messages.js";
export { monetize } from "./monetize.js";
export { type PlanMoneyOptions, type PlanOptions, planMoneyOptions, planOptions } from "./options/plan-options.js";
export {
  type DiscountOptions,
  type MoneyOptions,
  moneyShape,
  type PrimaryOptions,
  type SavingsInput,
  type SavingsOptions,
  savingsOptions,
} from "./options/savings-options.js";
export { compareParameters } from "./parameters/compare-parameters.js";
export { editionsOf, packOf } from "./parameters/pack-of.js";
export { parametersUsed, valueText } from "./parameters/parameters-used.js";
export type { Parameter, ParameterChange, ParameterPack, ParametersUsed } from "./parameters/parameters-value.js";
export type { PayerShare, Scaled, SharingRule, Subgroup, Transfer } from "./payers/payers-value.js";
export type { PersistenceUsed } from "./persistence/persistence-value.js";
export { assumedEffects } from "./planning/assumed-effects.js";
export { type AssumedKey, assumedKeys, drawAssumed } from "./planning/draw-assumed.js";
export { meanChange } from "./planning/mean-change.js";
export { planPeriods, planSavings } from "./planning/plan-savings.js";
export type {
  AssumedEffects,
  AssumedInputs,
  AssumedRow,
  HistoryRow,
  PathRow,
  PlanFiles,
  PlannedClaim,
  PlannedSavings,
  PlannedStarters,
  TargetGroup,
} from "./planning/plan-value.js";
export { planOutcomes, readPlan } from "./planning/read-plan.js";
export type {
  BreakEven,
  BudgetReason,
  BudgetRow,
  ClaimRow,
  CostRow,
  Distribution,
  Evidence,
  MoneyFigure,
  Origin,
  PriceRow,
  Savings,
  SavingsLine,
  UncertaintyShare,
  UncertaintySource,
  VerdictCode,
  Verification,
  VolumeRow,
} from "./savings-value.js";
export { cashableFigure } from "./verification/cashable-figure.js";
export { primaryCost, primaryWeights } from "./verification/primary-row.js";
export { verdict } from "./verification/verdict.js";
export type { AccountGap, GapSource, HumanOutcome, Reconciliation, WaterfallStep } from "./verification/verification-value.js";
export { type VerificationEvidence, verify } from "./verification/verify.js";
