import * as z from "zod";

/** Options of `twoWayWeights`. */
export const twoWayWeightsOptions = z.strictObject({
  outcome: z
    .string()
    .describe(
      "Measure of the two-way fixed effects estimate. Which rows it has a value in decides the weights; its values do not.",
    ),
  covariates: z.array(z.string()).default([]).describe("Measures that two-way fixed effects adjust for, period by period."),
});

export type TwoWayWeightsOptions = z.infer<typeof twoWayWeightsOptions>;
export type TwoWayWeightsOptionsInput = z.input<typeof twoWayWeightsOptions>;
