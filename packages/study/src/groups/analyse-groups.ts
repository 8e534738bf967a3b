import { type Context, type Problem, problem } from "@kontrafakt/base";
import type { Effects } from "@kontrafakt/effects";
import { type MoneyFiles, monetize, type Savings, type Verification, verify } from "@kontrafakt/savings";
import { hasPreTrend, SHOWN } from "../caps.js";
import type { FigureRules } from "../disclosure/figure-rules.js";
import { withheldOutcome } from "../disclosure/published-outcome.js";
import { rareOutcomes, withoutRare } from "../disclosure/rare-outcomes.js";
import { takeTerms } from "../disclosure/small-cells.js";
import type { Tally } from "../disclosure/tally.js";
import type { GroupStudy } from "../options/group-study-schema.js";
import type { GroupsOutcome } from "../results.js";
import { step } from "../step.js";
import { estimateGroups } from "./estimate-groups.js";
import type { GroupData } from "./group-data.js";
import { aboutOutcome, groupOutcome } from "./group-outcome.js";

/** Everything between the data of groups and the report, still with exact counts. */
export interface GroupAnalysis {
  readonly effects: Effects;
  readonly outcomes: readonly GroupsOutcome[];
  readonly savings: Savings;
  readonly verification: Verification;
  readonly problems: readonly Problem[];
}

/**
 * From cells, cross-sections, sums or given effects to savings and the verdict. Nobody was matched, so the verdict always holds only if
 * everyone else would have developed alike (`not-matched`); what the design could have told is not known without people.
 */
export async function analyseGroups(
  groups: GroupData,
  study: GroupStudy,
  money: MoneyFiles,
  rules: FigureRules,
  tally: Tally,
  context: Context,
): Promise<GroupAnalysis> {
  step(context, "effect");
  const estimate = await estimateGroups(groups, study, rules);
  const { rare, left } = estimate;
  const names = [...new Set(estimate.effects.terms.map(({ outcome }) => outcome))];
  const effects = takeTerms(
    estimate.effects,
    estimate.effects.terms.flatMap(({ outcome }, k) => (rare.includes(outcome) ? [] : [k])),
  );
  tally.add("few", left);
  const problems: Problem[] = [...estimate.problems, ...rareOutcomes(rare, names, rules.outcome, money, "groups.outcomes")];
  if (left > 0) problems.push(problem("study/small-cells", "note", {}, { cells: left, threshold: rules.people.smallCell }));
  const found: GroupsOutcome[] = [];
  for (const name of names) {
    if (rare.includes(name)) {
      const { paths: _, naive: __, ...withheld } = withheldOutcome(aboutOutcome(groups, study, name));
      found.push(withheld);
      tally.add("few", 2);
      continue;
    }
    const result = await groupOutcome(
      groups,
      study,
      { ...estimate, effects },
      name,
      { rules: rules.outcome(name), tally },
      context,
    );
    problems.push(...result.problems);
    found.push(result.outcome);
  }
  step(context, "savings");
  const savings = withoutRare(await monetize(effects, money, study.savings, groups.periods, context), rare, money);
  const outcomes = found.map((o) => ({ ...o, priced: savings.consequences.includes(o.name) }));
  step(context, "verdict");
  const caps = ["not-matched", ...(hasPreTrend(outcomes) ? ["pre-trend"] : [])];
  if (money.prices.some((p) => rare.includes(p.consequence))) caps.push("rare-left-out");
  const { verification, problems: doubts } = verify(effects, money, study.savings, groups.periods, {
    caps,
    design: { se: Number.NaN },
  });
  const unconfirmed = SHOWN.has(verification.verdict) ? ["no-permutation"] : [];
  problems.push(...savings.problems, ...doubts);
  return {
    effects,
    outcomes,
    savings,
    verification: { ...verification, caps: [...verification.caps, ...unconfirmed] },
    problems,
  };
}
