import { type Problem, problem } from "@kontrafakt/base";
import { compareParameters, type ParametersUsed, valueText } from "@kontrafakt/savings";
import type { AnyResults } from "./plan/plan-results.js";

/** What is counted by: of the country's parameters those in use. */
const inUse = (used: ParametersUsed) => ({ ...used, parameters: used.parameters.filter((p) => p.used) });

/**
 * Results with a note on what other official parameters than those of an earlier run changed: each parameter, and society's discounted net.
 * The same results where both rest on the same ones, or either on none.
 */
export function parametersChanged<R extends AnyResults>(results: R, earlier: AnyResults): R {
  const [now, then] = [results.savings.parameters, earlier.savings.parameters];
  if (now === undefined || then === undefined) return results;
  const changes = compareParameters(inUse(then), inUse(now));
  if (changes.length === 0) return results;
  const params = {
    from: `${then.country} ${then.vintage}`,
    to: `${now.country} ${now.vintage}`,
    changes: changes.map(({ name, from, to }) => `${name} ${valueText(from)} → ${valueText(to)}`).join("; "),
    before: societyNet(earlier),
    after: societyNet(results),
    currency: results.savings.currency,
  };
  const note: Problem = problem("study/parameters-changed", "note", { option: "savings.parameters" }, params);
  return { ...results, problems: [...results.problems.filter((p) => p.code !== note.code), note] };
}

function societyNet({ savings }: AnyResults): number | null {
  const figure = savings.figures.find((f) => f.account === "society" && f.horizon === "observed");
  return figure === undefined ? null : Math.round(figure.netPresentValue.estimate);
}
