import type { Panel } from "@kontrafakt/cohort";
import { type Effects, type WaveFit, waveEffects } from "@kontrafakt/effects";
import type { Matched } from "@kontrafakt/matching";
import type { FigureRules } from "./disclosure/figure-rules.js";
import { outcomePeople } from "./disclosure/outcome-people.js";
import { isRare } from "./disclosure/published-outcome.js";
import { withTotalSpend } from "./disclosure/rare-outcomes.js";
import { tellableCells } from "./disclosure/small-cells.js";
import { takeFit } from "./inference/take-fit.js";
import type { Study } from "./options/study-schema.js";

export interface Estimated {
  /** The fit with the effects that may be told. */
  readonly shown: WaveFit;
  readonly effects: Effects;
  /** Outcomes that so few people have that nothing of them may be told. */
  readonly rare: readonly string[];
  /** Cells left out for their few people. */
  readonly left: number;
  /** The effects that may be told with the mean of the treated beside each. */
  readonly levels: () => Effects;
}

/** Effects of every outcome of the study, and those of them that may be told. */
export function estimate(panel: Panel, { comparison }: Matched, study: Study, rules: FigureRules): Estimated {
  const fit = waveEffects(panel, comparison, study.effects);
  const names = Object.keys(study.cohort.outcomes);
  const few = names.filter((name) => isRare(outcomePeople(panel, comparison, name), rules.outcome(name)));
  const rare = withTotalSpend(few, names, study.savings);
  const told = names.filter((name) => !rare.includes(name));
  const enough = (name: string) => Math.max(rules.people.smallCell, rules.outcome(name).smallCell);
  const { keep, left } = tellableCells(fit.effects, enough, told);
  const shown = takeFit(fit, keep);
  return { shown, effects: shown.effects, rare, left, levels: shown.withLevels };
}
