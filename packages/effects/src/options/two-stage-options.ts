import * as z from "zod";

/** Options of `twoStage` (Gardner). */
export const twoStageOptions = z.strictObject({
  outcomes: z.array(z.string()).min(1).optional().describe("Measures to estimate for. All of the panel's measures if absent."),
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
  anticipation: z.int().min(0).default(0).describe("Periods before the start in which the effect may already show."),
  cluster: z
    .string()
    .min(1)
    .default("unit")
    .describe("Level at which units are taken as independent: unit, or the name of a clustering."),
  compat: z
    .enum(["none", "did2s"])
    .default("none")
    .describe(
      "none: covariance times G/(G − 1) for G clusters, t quantiles with G − 1 df. did2s: as the R package, no factor and normal quantiles.",
    ),
});

export type TwoStageOptions = z.infer<typeof twoStageOptions>;
export type TwoStageOptionsInput = z.input<typeof twoStageOptions>;
