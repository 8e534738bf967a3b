import { z } from "zod";

/** How two people are held to be near: used by `nearest`, and by `coarsened` with `k2k`. */
export const distanceOption = z
  .enum(["linear", "probability", "mahalanobis", "robustMahalanobis", "scaledEuclidean", "euclidean"])
  .default("linear")
  .describe(
    "linear: difference of linear scores; probability: of fitted probabilities; mahalanobis: with the covariance within groups; " +
      "robustMahalanobis: of ranks; scaledEuclidean: each variable in its SD within groups; euclidean: raw units",
  );

const width = z.number().min(0);

/** Limits beside the score's caliper, by variable. */
export const calipersOption = z
  .record(
    z.string(),
    z.union([
      width.describe("greatest difference, in standard deviations"),
      z.strictObject({
        width: width.describe("greatest difference"),
        unit: z.enum(["sd", "raw"]).default("sd").describe("sd: standard deviations within groups; raw: the variable's own unit"),
      }),
    ]),
  )
  .default({})
  .describe(
    "greatest difference between a starter and a control, by the name of a number: a covariate (of type born for birth dates, in days), or a " +
      "history variable such as days[1,4]; for example { age: 0.2, born: { width: 180, unit: raw } }",
  );

/** How many controls each starter gets where the number may vary. */
export const variableRatioOption = z
  .strictObject({
    least: z.int().min(1).default(1).describe("fewest controls wanted for a starter"),
    most: z.int().min(1).describe("most controls for a starter"),
  })
  .refine(({ least, most }) => least <= most, { error: "least may not be more than most" })
  .optional()
  .describe(
    "let the number of controls vary with the starter's score (Ming & Rosenbaum 2000), with `ratio` as the mean: those whom many resemble get more",
  );

/** Names of covariates, categories or clusterings that must agree (or differ). */
export const agreeOption = z.array(z.string()).default([]);
