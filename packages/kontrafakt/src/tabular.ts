import type { Cells, CohortMoments, CrossSections, Panel } from "@kontrafakt/cohort";
import type { Bacon, Effects, Fit, Inference, Ratio, RelativeEffects, TwoWayWeights } from "@kontrafakt/effects";
import type { Balance, Comparison, Matched } from "@kontrafakt/matching";
import type { MoneyFiles, Savings, Verification } from "@kontrafakt/savings";
import type { AnyEvaluation, AnyResults } from "@kontrafakt/study";

/** The values that a table, a chart or a description can be made of. */
export type Kontrafakt =
  | Panel
  | CrossSections
  | Cells
  | CohortMoments
  | Comparison
  | Matched
  | Balance
  | Effects
  | Bacon
  | TwoWayWeights
  | Inference
  | Ratio
  | RelativeEffects
  | MoneyFiles
  | Savings
  | Verification
  | AnyResults
  | AnyEvaluation;

/** A fit stands for its effects. */
export type Tabular = Kontrafakt | Fit;

export function unwrap(value: Tabular): Kontrafakt {
  return "refit" in value ? value.effects : value;
}
