import * as z from "zod";
import { estimatorInferenceOption } from "./inference-options.js";
import { anticipationOption, outcomesOption } from "./shared-options.js";

/** Options of `attGt` on an unmatched panel. */
export const attGtOptions = z.strictObject({
  outcomes: outcomesOption,
  covariates: z
    .array(z.string())
    .default([])
    .describe(
      "Covariates, one value a unit, on which trends are parallel; a category by its name, a covariate with its indicator of missing. " +
        "None: unconditional parallel trends.",
    ),
  method: z
    .enum(["dr", "drImproved", "reg", "ipw"])
    .default("dr")
    .describe(
      "dr: doubly robust, logit by maximum likelihood. drImproved: doubly robust with weights that balance the covariates exactly, and a regression weighted by them. reg: outcome regression. ipw: inverse probability weighting, weights summing to 1 (Hajek).",
    ),
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
  baseWindow: z
    .int()
    .min(1)
    .max(60)
    .default(1)
    .describe(
      "Periods whose mean is the base, the latest at or before the base period (of these, those in which a unit is observed). More than 1 steadies it, where trends are parallel over all of them.",
    ),
  baseSeason: z
    .enum(["any", "same"])
    .default("any")
    .describe(
      "same: a period is compared only with base periods of the same quarter or month of the year, so that seasons that differ between groups cancel.",
    ),
  anticipation: anticipationOption,
  timeVarying: z
    .array(z.string())
    .default([])
    .describe(
      "Measures of the panel that serve as covariates by their value in one period (covariatesFrom). Only what the programme cannot change.",
    ),
  covariatesFrom: z
    .enum(["base", "earlier"])
    .default("base")
    .describe(
      "Period whose value of a time-varying covariate counts. base: the base period. earlier: the earlier of the cell's period and its base, as the R package did.",
    ),
  cluster: z
    .string()
    .min(1)
    .default("unit")
    .describe(
      "Level at which units are taken as independent: unit (a row of cross-sections; a person of a comparison), or the name of a clustering. By a clustering degrees of freedom follow from who is in which cluster, not from how clusters vary, which few clusters tell badly.",
    ),
  incomplete: z
    .enum(["error", "full", "pairwise", "crossSection"])
    .default("error")
    .describe(
      "Units not observed in every period. error: refuse and say how many. full: use only units observed throughout, which changes whom the effect is for. pairwise: in each cell the units observed in both its periods. crossSection: every row, as if each period had other people, with units as clusters. Units that lack a covariate are left out and counted.",
    ),
  inference: estimatorInferenceOption,
  compat: z
    .enum(["none", "did"])
    .default("none")
    .describe(
      "none: small-sample factor and degrees of freedom by arm (treated of each start, controls), Satterthwaite over them. did: as the R package did, divisor n and normal quantiles; doubly robust on cross-sections, one part of the standard error also has its sign.",
    ),
});

export type AttGtOptions = z.infer<typeof attGtOptions>;
export type AttGtOptionsInput = z.input<typeof attGtOptions>;
