export type {
  BreakEven,
  BudgetRow,
  ClaimRow,
  CostRow,
  MoneyFigure,
  Origin,
  PriceRow,
  Savings,
  SavingsLine,
  UncertaintyShare,
  VerdictCode,
  Verification,
} from "./savings-value.js";
