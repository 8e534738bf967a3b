import { fail } from "@kontrafakt/base";
import { messages } from "./messages.js";
import { type MatchingOptions, type MatchingOptionsInput, matchingOptions } from "./options/matching-options.js";

/** Options with defaults filled in; stops at the first that is wrong and names it. */
export function parseOptions(input: MatchingOptionsInput): MatchingOptions {
  const parsed = matchingOptions.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const option = ["matching", ...issue.path.map(String)].join(".");
  return fail("matching/bad-option", { option }, { message: issue.message }, messages);
}
