import { type Problem, problem } from "@kontrafakt/base";
import { type Cohort, NEVER, publishable } from "@kontrafakt/cohort";
import type { Study } from "./options/study-schema.js";

/** Warns where people were referred before the periods that `matching.anticipation` covers: their base may hold the programme. */
export function referralProblems({ panel, referral }: Cohort, study: Study): Problem[] {
  const { anticipation } = study.matching;
  let early = 0;
  let starters = 0;
  for (let i = 0; i < panel.units; i++) {
    const start = panel.firstTreated[i];
    if (start < 0 || start === NEVER || referral[i] === NEVER) continue;
    starters++;
    if (referral[i] < start - anticipation) early++;
  }
  if (early === 0) return [];
  const people = publishable(early, study.report.smallCell);
  return [problem("study/referred-early", "warning", { option: "matching.anticipation" }, { people, starters, anticipation })];
}
