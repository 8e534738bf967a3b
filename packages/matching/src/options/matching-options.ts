import { problemText } from "@kontrafakt/base";
import type { z } from "zod";
import { optionsMessages } from "../messages/options.js";
import { matchingOptionProblems } from "./matching-option-problems.js";
import { matchingShape } from "./matching-shape.js";

const defaults = matchingShape.parse({});

/** The `matching:` block of a study. Rules between options are those of `matchingOptionProblems`. */
export const matchingOptions = matchingShape.superRefine((given, context) => {
  for (const { path, problem } of matchingOptionProblems(given, defaults)) {
    const message = problemText({ ...problem, where: {} }, optionsMessages);
    context.addIssue({ code: "custom", path: [...path], message, params: { problem } });
  }
});

export type { MatchingOptions } from "./matching-shape.js";
/** The options as written, defaults not yet filled in. */
export type MatchingOptionsInput = z.input<typeof matchingOptions>;
