export { discountFactors } from "./discount-factors.js";
export { savingsJobs } from "./draw-block.js";
export type { DrawnFigures } from "./draw-figures.js";
export { type Draws, drawShared } from "./draws.js";
export { messages } from "./messages.js";
export { monetize } from "./monetize.js";
export { moneyDraws } from "./money-draws.js";
export {
  type BudgetFileOptions,
  type ClaimFileOptions,
  type CostFileOptions,
  type DiscountOptions,
  type PriceFileOptions,
  type PrimaryOptions,
  type SavingsInput,
  type SavingsOptions,
  savingsOptions,
} from "./options/savings-options.js";
export type { OutcomeInfo } from "./outcome-names.js";
export { type PersonSums, personSums } from "./person-sums.js";
export { primaryCost, primaryWeights } from "./primary-row.js";
export { type MoneyFiles, readMoney } from "./read-money.js";
export type {
  BreakEven,
  BudgetRow,
  ClaimRow,
  CostRow,
  Evidence,
  MoneyFigure,
  Origin,
  PriceRow,
  Savings,
  SavingsLine,
  UncertaintyShare,
  VerdictCode,
  Verification,
} from "./savings-value.js";
export { verdict } from "./verdict.js";
export { type VerificationEvidence, verify } from "./verify.js";
