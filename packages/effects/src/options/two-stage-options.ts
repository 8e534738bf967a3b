import * as z from "zod";
import { estimatorInferenceOption } from "./inference-options.js";
import { anticipationOption, clusterOption, outcomesOption } from "./shared-options.js";

/** Options of `twoStage` (Gardner). */
export const twoStageOptions = z.strictObject({
  outcomes: outcomesOption,
  covariates: z
    .array(z.string())
    .default([])
    .describe("Measures of the panel, varying over time, that enter the first stage. Only what the programme cannot change."),
  effects: z
    .array(z.string())
    .min(1)
    .default(["unit", "period"])
    .describe("Fixed effects of the first stage, on untreated observations: unit or the name of a clustering, and period."),
  second: z
    .enum(["cell", "event", "static"])
    .default("cell")
    .describe(
      "What the second stage has a coefficient for: each group and period, each event time (the last one before the start, less anticipation, left out), or one for all from the start on.",
    ),
  anticipation: anticipationOption,
  cluster: clusterOption,
  inference: estimatorInferenceOption,
  compat: z
    .enum(["none", "did2s"])
    .default("none")
    .describe(
      "none: small-sample factor and degrees of freedom by arm (each cohort, the never treated), Satterthwaite over them. did2s: as the R package, no factor and normal quantiles.",
    ),
});

export type TwoStageOptions = z.infer<typeof twoStageOptions>;
export type TwoStageOptionsInput = z.input<typeof twoStageOptions>;
