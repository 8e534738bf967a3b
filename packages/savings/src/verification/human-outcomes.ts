import { type Problem, problem } from "@kontrafakt/base";
import type { StudyFacts } from "../account/study-facts.js";
import { sameUnit } from "../files/units.js";
import type { MoneyOptions } from "../options/savings-options.js";
import type { MoneyFigure } from "../savings-value.js";
import type { HumanOutcome } from "./verification-value.js";

type Told = NonNullable<StudyFacts["outcomes"]>[number];

/**
 * What people gained or lost that has no price: every outcome that is neither priced nor money itself, with the direction that its
 * interval shows. A shown saving beside an outcome that became worse warns: less use may be less help. A study that told its outcomes and
 * has none of that kind gets a note: its saving stands alone.
 *
 * @param priced outcomes with a price row
 * @param gross avoided spending of all payers over the observed years, undiscounted
 */
export function humanOutcomes(
  facts: StudyFacts,
  priced: readonly string[],
  options: Pick<MoneyOptions, "currency" | "totalSpend" | "listPrices">,
  gross: MoneyFigure,
): { readonly human: HumanOutcome[]; readonly problems: Problem[] } {
  if (facts.outcomes === undefined) return { human: [], problems: [] };
  const money = new Set([...priced, ...Object.keys(options.listPrices), ...Object.values(options.listPrices)]);
  if (options.totalSpend !== undefined) money.add(options.totalSpend);
  const human = facts.outcomes
    .filter(({ outcome, unit }) => !money.has(outcome) && !sameUnit(unit, "kr") && !sameUnit(unit, options.currency))
    .map((told): HumanOutcome => ({ ...told, direction: directionOf(told) }));
  if (human.length === 0) return { human, problems: [problem("savings/no-human-outcome", "note", {}, {})] };
  const worse = human.filter(({ direction }) => direction === "worse").map(({ outcome }) => outcome);
  if (worse.length === 0 || !(gross.lower > 0)) return { human, problems: [] };
  const params = { outcomes: worse.join(", "), count: worse.length };
  return { human, problems: [problem("savings/less-use-worse-outcomes", "warning", {}, params)] };
}

function directionOf({ better, estimate, lower, upper }: Told): HumanOutcome["direction"] {
  if (estimate === null || lower === null || upper === null) return "not-told";
  if (lower > 0) return better === "higher" ? "better" : "worse";
  if (upper < 0) return better === "lower" ? "better" : "worse";
  return "no-clear-change";
}
