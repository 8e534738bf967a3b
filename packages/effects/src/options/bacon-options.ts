import * as z from "zod";

/** Options of `bacon`. */
export const baconOptions = z.strictObject({
  outcome: z.string().describe("Measure whose two-way fixed effects estimate is taken apart."),
  covariates: z
    .array(z.string())
    .default([])
    .describe(
      "Measures that two-way fixed effects adjust for, period by period. Covariates that do not change over time are absorbed by the unit effects anyway.",
    ),
});

export type BaconOptions = z.infer<typeof baconOptions>;
export type BaconOptionsInput = z.input<typeof baconOptions>;
