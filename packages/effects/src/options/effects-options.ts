import * as z from "zod";
import { estimatorOptions } from "./estimator-options.js";
import { inferenceOption } from "./inference-options.js";

/** How effects are estimated after matching: the `effects:` block of a study. */
export const effectsOptions = z.strictObject({
  baseWindow: z
    .int()
    .min(1)
    .max(60)
    .default(4)
    .describe(
      "Periods before time zero (start less anticipation) whose mean is the base each person is compared with. In periods of the cohort; 4 quarters span the seasons.",
    ),
  adjust: z
    .array(z.enum(["score", "ownHistory"]))
    .default(["score", "ownHistory"])
    .describe(
      "Regression adjustment within matched sets: the linear score, and the outcome's own mean over the base window and over the window before it. Never more covariates than a tenth of the matched starters (nor of those seen at an event time); the last named are left out first. An empty list adjusts for nothing.",
    ),
  cluster: z
    .string()
    .min(1)
    .default("person")
    .describe(
      "Level at which people are taken as independent: person, or the name of a clustering of the cohort (household, school). Matched sets that share a cluster count as one.",
    ),
  level: z.number().gt(0.5).lt(1).default(0.95).describe("Confidence level of intervals and bands, as a share."),
  inference: inferenceOption,
  compat: z
    .enum(["none", "did"])
    .default("none")
    .describe(
      "none: small-sample factors and t quantiles. did: as the R package did reports standard errors (divisor n, normal quantiles), for comparison only.",
    ),
  estimators: z
    .record(z.string().min(1), estimatorOptions)
    .default({})
    .describe(
      "Also these estimators on everyone, unmatched, by name of your choice; set beside the matched comparison in the report. They enter no money and no verdict.",
    ),
});

export type EffectsOptions = z.infer<typeof effectsOptions>;
/** The options as written, defaults not yet filled in. */
export type EffectsOptionsInput = z.input<typeof effectsOptions>;
