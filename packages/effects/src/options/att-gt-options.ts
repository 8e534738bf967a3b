import * as z from "zod";

/** Options of `attGt` on an unmatched panel. */
export const attGtOptions = z.strictObject({
  outcomes: z.array(z.string()).optional().describe("Measures to estimate for. All of the panel's measures if absent."),
  covariates: z
    .array(z.string())
    .default([])
    .describe(
      "Covariates, one value a unit, on which trends are parallel; a category by its name, a covariate with its indicator of missing. " +
        "None: unconditional parallel trends.",
    ),
  method: z
    .enum(["dr", "reg", "ipw"])
    .default("dr")
    .describe("dr: doubly robust. reg: outcome regression. ipw: inverse probability weighting, weights summing to 1 (Hajek)."),
  control: z
    .enum(["never", "notYet"])
    .default("never")
    .describe(
      "never: units that never start. notYet: these, and units that have not started yet (nor will within the anticipation).",
    ),
  base: z
    .enum(["varying", "universal"])
    .default("varying")
    .describe(
      "Base of periods before the start: varying, the period just before (short differences); universal, the last period before the start less anticipation (long differences). After the start both use the latter.",
    ),
  anticipation: z.int().min(0).default(0).describe("Periods before the start in which the effect may already show."),
  cluster: z
    .string()
    .min(1)
    .default("unit")
    .describe("Level at which units are taken as independent: unit, or the name of a clustering."),
  incomplete: z
    .enum(["error", "drop"])
    .default("error")
    .describe(
      "Units not observed in every period, or with a covariate missing. error: refuse and name them. drop: leave them out and say how many of which group.",
    ),
  compat: z
    .enum(["none", "did"])
    .default("none")
    .describe(
      "none: covariance times G/(G − 1) for G clusters, t quantiles with G − 1 df. did: as the R package did, divisor n and normal quantiles.",
    ),
});

export type AttGtOptions = z.infer<typeof attGtOptions>;
export type AttGtOptionsInput = z.input<typeof attGtOptions>;
