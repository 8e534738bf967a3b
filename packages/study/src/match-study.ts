import { type Context, KontrafaktError, periodLabel, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { chooseMatch, type Matched } from "@kontrafakt/matching";
import { figureRules } from "./disclosure/figure-rules.js";
import { messages } from "./messages.js";
import type { Study } from "./options/study-schema.js";
import { step } from "./step.js";

/** Matching alone, or the choice among specifications: no outcome after the start is looked at. */
export function matchStudy(panel: Panel, study: Study, context: Context): Matched {
  step(context, "match");
  const matched = chooseMatch(panel, study.matching, context);
  refuseSmallWaves(panel, matched, figureRules(study).people.smallCell);
  return matched;
}

function refuseSmallWaves(panel: Panel, matched: Matched, smallCell: number): void {
  const small = matched.balance.waves.filter((w) => w.matched > 0 && w.matched < smallCell);
  if (small.length === 0) return;
  const where = { option: "report.smallCell" };
  const problems = small.map((w) => {
    const params = { wave: periodLabel(w.wave, panel.periods.unit), threshold: smallCell };
    return problem("study/wave-too-small", "error", where, params);
  });
  throw new KontrafaktError(problems, messages);
}
