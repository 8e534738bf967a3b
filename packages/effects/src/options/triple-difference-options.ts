import * as z from "zod";
import { estimatorInferenceOption } from "./inference-options.js";
import { anticipationOption, clusterOption, outcomesOption } from "./shared-options.js";

/** Options of `tripleDifference`. */
export const tripleDifferenceOptions = z.strictObject({
  outcomes: outcomesOption,
  eligible: z
    .string()
    .describe(
      "Covariate that is 1 for those the programme is for and 0 for those beside them in the same group, whom it is not for: the third difference. The start of both is when their group (municipality, school) got the programme.",
    ),
  covariates: z
    .array(z.string())
    .default([])
    .describe("Covariates on which the difference between eligible and others has parallel trends."),
  method: z
    .enum(["dr", "drImproved", "reg", "ipw"])
    .default("dr")
    .describe("How each of the three differences is estimated, as in attGt."),
  control: z
    .enum(["never", "notYet"])
    .default("never")
    .describe(
      "Groups that serve as controls: never treated, or also those not yet treated, each compared with apart and put together with the weights of least variance.",
    ),
  base: z.enum(["varying", "universal"]).default("varying").describe("Base of periods before the start, as in attGt."),
  anticipation: anticipationOption,
  cluster: clusterOption,
  incomplete: z.enum(["error", "full", "pairwise"]).default("error").describe("Units not observed in every period, as in attGt."),
  inference: estimatorInferenceOption,
  compat: z
    .enum(["none", "triplediff"])
    .default("none")
    .describe(
      "none: small-sample factor and degrees of freedom by arm, Satterthwaite over them. triplediff: covariance times G/(G − 1), which is the R package's without clusters, and normal quantiles.",
    ),
});

export type TripleDifferenceOptions = z.infer<typeof tripleDifferenceOptions>;
export type TripleDifferenceOptionsInput = z.input<typeof tripleDifferenceOptions>;
