import { type Problem, problem } from "@kontrafakt/base";
import { hintFor } from "../hint-for.js";
import type { GroupStudy } from "../options/group-study-schema.js";
import type { GroupData } from "./group-data.js";

/** Names of outcomes in the study that the data don't have; where the study itself names them, `parseStudy` has told already. */
export function groupNameProblems({ outcomes }: GroupData, { groups, savings }: GroupStudy): Problem[] {
  const known = outcomes.map(({ name }) => name);
  const unknown = (names: readonly string[] | undefined, option: string) =>
    (names ?? [])
      .filter((name) => !known.includes(name))
      .map((name) => problem("study/no-such-group-outcome", "error", { option }, { name, hint: hintFor(name, known) }));
  return [
    ...unknown(Object.keys(groups.outcomes), "groups.outcomes"),
    ...unknown(groups.estimator?.outcomes, "groups.estimator.outcomes"),
    ...unknown(savings.primary.consequences, "savings.primary.consequences"),
  ];
}
