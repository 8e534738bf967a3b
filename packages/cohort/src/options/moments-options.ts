import { z } from "zod";

/** What is summed by `cohortMoments`. */
export const momentsOptions = z.strictObject({
  outcomes: z
    .array(z.string())
    .min(1)
    .describe("outcomes, together so that their joint covariance is known; default all")
    .optional(),
  strata: z
    .array(z.string())
    .describe("covariates of few values; sums are kept for each combination of their values")
    .default([]),
  cluster: z
    .string()
    .describe("clustering whose sums are kept in place of products of pairs, so that variances can be clustered by it")
    .optional(),
  shard: z
    .string()
    .describe("name of the place the data are from; clusters of two places are different clusters only if their names differ")
    .default(""),
  incomplete: z
    .enum(["pairwise", "drop"])
    .describe("units that lack a period or an outcome: pairwise keeps what they have, drop leaves them out and says how many")
    .default("pairwise"),
});

export type MomentsOptions = z.infer<typeof momentsOptions>;
export type MomentsOptionsInput = z.input<typeof momentsOptions>;
