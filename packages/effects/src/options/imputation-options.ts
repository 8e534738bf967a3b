import * as z from "zod";
import { estimatorInferenceOption } from "./inference-options.js";
import { anticipationOption, clusterOption, outcomesOption } from "./shared-options.js";

/** Options of `imputation` (Borusyak, Jaravel & Spiess). */
export const imputationOptions = z.strictObject({
  outcomes: outcomesOption,
  covariates: z
    .array(z.string())
    .default([])
    .describe(
      "Measures of the panel, varying over time, that enter the model of untreated outcomes. Only what the programme cannot change.",
    ),
  effects: z
    .array(z.string())
    .min(1)
    .default(["unit", "period"])
    .describe("Fixed effects of the model of untreated outcomes: unit or the name of a clustering, and period."),
  unitTrends: z
    .boolean()
    .default(false)
    .describe("Also a linear trend of each unit's own, learnt before it starts; needs two untreated periods a unit."),
  anticipation: anticipationOption,
  preTrends: z
    .int()
    .min(0)
    .default(0)
    .describe(
      "So many event times just before the start (less anticipation) are tested: coefficients of a regression among untreated observations alone, that do not touch the estimate.",
    ),
  cluster: clusterOption,
  inference: estimatorInferenceOption,
  compat: z
    .enum(["none", "didimputation"])
    .default("none")
    .describe(
      "none: small-sample factor and degrees of freedom by arm (each cohort, the never treated), Satterthwaite over them. didimputation: as the R package, no factor and normal quantiles.",
    ),
});

export type ImputationOptions = z.infer<typeof imputationOptions>;
export type ImputationOptionsInput = z.input<typeof imputationOptions>;
