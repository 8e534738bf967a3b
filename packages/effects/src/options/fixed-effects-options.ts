import * as z from "zod";
import { estimatorInferenceOption } from "./inference-options.js";
import { anticipationOption, outcomesOption } from "./shared-options.js";

/** What the regressions with fixed effects share. */
export const fixedEffectsShape = {
  outcomes: outcomesOption,
  covariates: z
    .array(z.string())
    .default([])
    .describe("Measures of the panel, varying over time, that enter the regression. Only what the programme cannot change."),
  effects: z
    .array(z.string().min(1))
    .min(1)
    .default(["unit", "period"])
    .describe(
      "Fixed effects: unit, period, the name of a clustering, or two of these as one, as region*period for shocks of each region. With region*period in place of period, units are compared within their region.",
    ),
  anticipation: anticipationOption,
  singletons: z
    .enum(["drop", "keep"])
    .default("drop")
    .describe(
      "Rows alone in one of the fixed effects tell nothing. drop: leave them out, again until none is left, and count them. keep: keep them, which makes standard errors too small.",
    ),
  variance: z
    .enum(["cluster", "iid", "hetero", "neweyWest", "driscollKraay"])
    .default("cluster")
    .describe(
      "cluster: by `cluster`. iid and hetero: rows independent. neweyWest: errors of a unit hang together over `lags` periods. driscollKraay: also those of different units. Only cluster by one level keeps influence by cluster; the others hand on a covariance.",
    ),
  cluster: z
    .array(z.string().min(1))
    .min(1)
    .max(2)
    .default(["unit"])
    .describe(
      "Levels at which errors hang together: unit, period, the name of a clustering, or two of these as one with *. Two: two-way clustering. Left-out weights (jackknife) are by the first.",
    ),
  lags: z
    .int()
    .min(0)
    .optional()
    .describe(
      "Lags, in periods, of neweyWest and driscollKraay, and only of these; default the fourth root of the number of periods, whole part.",
    ),
  inference: estimatorInferenceOption,
  compat: z
    .enum(["none", "fixest", "large"])
    .default("none")
    .describe(
      "Whose standard errors. none: with one cluster level those of inference.covariance, by default CR2 with Satterthwaite's degrees of freedom; otherwise G/(G − 1) and (n − 1)/(n − K), t quantiles with G − 1 df (the fewer clusters of two). fixest: these two factors and df with one level too, effects nested in the cluster not counted, K counted as that package does. large: no factor, normal quantiles.",
    ),
};

const fixedEffectsOptions = z.strictObject(fixedEffectsShape);
export type FixedEffectsOptions = z.infer<typeof fixedEffectsOptions>;
