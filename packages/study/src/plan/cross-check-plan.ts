import { type Problem, problem } from "@kontrafakt/base";
import { hintFor } from "../hint-for.js";
import type { PlanStudy } from "../options/plan-study-schema.js";
import type { OptionPath, ParsedYaml } from "../parse-yaml.js";

/** Names in the `savings:` block of a plan that must be those of its outcomes. */
export function crossCheckPlan({ plan, savings }: PlanStudy, locate: ParsedYaml["locate"]): readonly Problem[] {
  const known = Object.keys(plan.outcomes);
  const { exclusive, listPrices, totalSpend, persistence, accounts } = savings;
  const named: (readonly [name: string, path: OptionPath, part?: "key"])[] = [
    ...exclusive.flatMap((names, i) => names.map((name, j) => [name, ["exclusive", i, j]] as const)),
    ...Object.entries(listPrices).flatMap(([spend, quantity]) => [
      [spend, ["listPrices", spend], "key"] as const,
      [quantity, ["listPrices", spend]] as const,
    ]),
    ...(totalSpend === undefined ? [] : [[totalSpend, ["totalSpend"]] as const]),
    ...Object.keys(persistence.outcomes).map((name) => [name, ["persistence", "outcomes", name], "key"] as const),
    ...accounts.map(({ consequence }, i) => [consequence, ["accounts", i, "consequence"]] as const),
  ];
  return named
    .filter(([name]) => !known.includes(name))
    .map(([name, path, part]): Problem => {
      const hint = hintFor(name, known);
      return problem("study/no-such-plan-outcome", "error", locate(["savings", ...path], part), { name, hint });
    });
}
