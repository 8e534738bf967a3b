import { z } from "zod";

const window = z
  .tuple([z.int().min(1), z.int().min(1)])
  .refine(([from, to]) => from <= to, { error: "a window runs from the nearer to the farther period, for example [1, 4]" });

/** The `matching:` block of a study. */
export const matchingOptions = z.strictObject({
  covariates: z
    .array(z.string())
    .optional()
    .describe(
      "names of the covariates in the score; a category stands for all its levels; all covariates of the cohort if left out",
    ),
  ratio: z.int().min(1).default(3).describe("controls wanted for each starter; a set keeps fewer when no more are close enough"),
  caliper: z
    .number()
    .min(0)
    .nullable()
    .default(0.2)
    .describe(
      "greatest distance between a starter and a control, in standard deviations of the linear score " +
        "(pooled over starters and others, within waves); null for no limit",
    ),
  order: z
    .enum(["largest", "smallest", "data", "closest"])
    .default("largest")
    .describe(
      "who chooses first within a wave: the starter with the largest score, the smallest, the first row, or the closest control",
    ),
  anticipation: z
    .int()
    .min(0)
    .default(0)
    .describe("periods from referral to start; time zero, before which history is read, is the start less these"),
  estimand: z
    .enum(["never", "waiting"])
    .default("never")
    .describe(
      "never: compare with not getting the programme, a control counts until its own referral and the rest are weighted up; " +
        "waiting: compare with getting it later or never, controls are kept after their own start",
    ),
  history: z
    .strictObject({
      outcomes: z.array(z.string()).optional().describe("outcomes whose history enters the score; all outcomes if left out"),
      windows: z
        .array(window)
        .default([
          [1, 1],
          [2, 4],
          [5, 8],
        ])
        .describe(
          "periods before time zero whose mean enters the score, [nearest, farthest]; older periods are held back for the pre-trend test",
        ),
    })
    .default({
      windows: [
        [1, 1],
        [2, 4],
        [5, 8],
      ],
    })
    .describe("what happened before time zero"),
  missing: z
    .enum(["exclude", "indicator"])
    .default("exclude")
    .describe(
      "people without a covariate or a history: exclude leaves them out of the wave and counts them; " +
        "indicator keeps them, with the mean in its place and an indicator of missing in the score",
    ),
  exclude: z
    .array(z.string())
    .default([])
    .describe(
      "clusterings (household, school) in which the others in a starter's cluster are no controls from its start on: not chosen " +
        "after it, and under estimand never counted until its referral",
    ),
  share: z
    .enum(["lot", "first", "reuse"])
    .default("lot")
    .describe(
      "how waves share people who could be controls in several: lot: each is offered to one wave, drawn in proportion to its starters; " +
        "first: earlier waves choose first and each serves one starter, which leaves later waves with people of quieter pasts; " +
        "reuse: each may serve in every wave, so that matched sets are no longer independent of one another",
    ),
  balanceThreshold: z
    .number()
    .positive()
    .default(0.1)
    .describe(
      "greatest absolute standardised difference after matching at which a covariate counts as balanced, in treated standard deviations",
    ),
});

export type MatchingOptions = z.infer<typeof matchingOptions>;
/** The options as written, defaults not yet filled in. */
export type MatchingOptionsInput = z.input<typeof matchingOptions>;
