import { fail, KontrafaktError, type Problem } from "@kontrafakt/base";
import { messages } from "./messages.js";
import { type MatchingOptions, type MatchingOptionsInput, matchingOptions } from "./options/matching-options.js";

/** Options with defaults filled in; stops at what is wrong with them and names the option. */
export function parseOptions(input: MatchingOptionsInput): MatchingOptions {
  const parsed = matchingOptions.safeParse(input);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const rules = issues.flatMap((issue) =>
    issue.code === "custom" && issue.params?.problem ? [issue.params.problem as Problem] : [],
  );
  if (rules.length === issues.length) throw new KontrafaktError(rules, messages);
  const [issue] = issues;
  const option = ["matching", ...issue.path.map(String)].join(".");
  return fail("matching/bad-option", { option }, { message: issue.message }, messages);
}
