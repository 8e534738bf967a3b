import { z } from "zod";

/** The `matching.weighting` block, for methods `ipw`, `entropy` and `cbps`. */
export const weightingOptions = z.strictObject({
  target: z
    .enum(["att", "ate", "ato"])
    .default("att")
    .describe(
      "whom the effect is about: att: those who started; ate: everybody at risk; ato: those whose starting was in the balance (overlap weights, ipw only); " +
        "money is counted from those who started, so a study takes att only: the others are for notebooks",
    ),
  moments: z
    .int()
    .min(1)
    .max(3)
    .default(1)
    .describe("entropy: which moments of each variable are made equal, up to means (1), squares (2) or cubes (3)"),
  trim: z
    .strictObject({
      probability: z
        .tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
        .refine(([low, high]) => low < high, { error: "the lower limit must be below the upper one" })
        .optional()
        .describe(
          "keep only people whose fitted probability of starting in their wave lies within these limits, for example [0.001, 0.9]; " +
            "the weights are then made anew for the rest (Crump et al. 2009)",
        ),
      weight: z.number().gt(0.5).lt(1).optional().describe("cut control weights at this quantile of them, for example 0.99"),
    })
    .default({})
    .describe("limits on extreme weights; whoever is left out is counted"),
});
