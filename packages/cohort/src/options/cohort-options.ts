import { problemText } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { cohortShape } from "./cohort-shape.js";
import { optionProblems } from "./option-problems.js";

/** The `cohort:` block of a study. Rules between options are those of `optionProblems`. */
export const cohortOptions = cohortShape.superRefine((options, context) => {
  for (const { path, problem } of optionProblems(options)) {
    context.addIssue({
      code: "custom",
      path: [...path],
      message: problemText({ ...problem, where: {} }, messages),
      params: { problem },
    });
  }
});
