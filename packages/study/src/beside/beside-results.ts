import type { Context, Problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Effects } from "@kontrafakt/effects";
import type { Study } from "../options/study-schema.js";
import type { OutcomeDisclosure } from "../outcome-result.js";
import type { Beside } from "../results.js";
import { type BesideResult, besideResult } from "./beside-result.js";
import { levelKeeper } from "./level-keeper.js";

/**
 * One outcome by every estimator that the study asks for beside the matched comparison, in the study's order.
 *
 * @param matched effects of the matched comparison, whose levels are told already
 */
export async function besideResults(
  panel: Panel,
  outcome: string,
  matched: Effects,
  { estimators, level }: Study["effects"],
  { rules, tally }: OutcomeDisclosure,
  context: Context,
): Promise<{ readonly list: readonly Beside[]; readonly problems: readonly Problem[] }> {
  const given = { level, rules, tally, mayTellLevel: levelKeeper(matched, outcome, rules.smallCell, tally) };
  const found: BesideResult[] = [];
  for (const [name, options] of Object.entries(estimators)) {
    if (options.outcomes !== undefined && !options.outcomes.includes(outcome)) continue;
    context.signal?.throwIfAborted();
    found.push(await besideResult(panel, outcome, name, options, given, context));
  }
  return { list: found.map(({ beside }) => beside), problems: found.flatMap(({ problems }) => problems) };
}
