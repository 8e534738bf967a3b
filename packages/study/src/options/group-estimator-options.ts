import { attGtOptions, efficientOptions } from "@kontrafakt/effects";
import { z } from "zod";

/** The estimators that need no people followed one by one. */
export const groupEstimatorOptions = z.discriminatedUnion("estimator", [
  attGtOptions.extend({ estimator: z.literal("attGt").describe("Group-time effects (Callaway & Sant'Anna).") }),
  efficientOptions.omit({ permutations: true }).extend({
    estimator: z.literal("efficient").describe("Efficient under a random start (Roth & Sant'Anna); not for cross-sections."),
  }),
]);
