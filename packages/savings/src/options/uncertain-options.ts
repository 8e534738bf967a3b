import { z } from "zod";

/** A number that may be uncertain: plain, or with a distribution. */
export const uncertainOptions = (what: string) =>
  z
    .union([
      z.number(),
      z.strictObject({
        amount: z.number().describe("The value counted with"),
        distribution: z
          .enum(["fixed", "uniform", "triangular", "pert", "normal", "lognormal", "beta", "gamma", "empirical"])
          .describe("How it may vary; left out = triangular where low and high are given, else fixed")
          .optional(),
        low: z.number().describe("Lowest it may be").optional(),
        high: z.number().describe("Highest it may be").optional(),
        sd: z.number().gt(0).describe("Standard deviation, for normal, lognormal, beta and gamma").optional(),
        values: z.array(z.number()).min(1).describe("For empirical: the values found").optional(),
      }),
    ])
    .describe(`${what}; a number, or one with a distribution`);

export const uncertaintyOptions = z
  .strictObject({
    correlation: z
      .record(z.string().min(1), z.number().min(0).max(1))
      .default({})
      .describe("How closely the prices of a group move together, 0–1, by the group's name; 1 where it is not named here"),
  })
  .describe("How uncertain inputs go together");

export const priorOptions = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z
        .literal("sceptical")
        .describe("Centred at no saving; 1 in 20 believes in a saving as large as the claim before seeing data"),
    }),
    z.strictObject({
      kind: z.literal("given").describe("A prior of the study's own"),
      mean: z.number().describe("Mean of the primary figure before seeing data, in the study's currency"),
      sd: z.number().gt(0).describe("Standard deviation of it"),
      source: z.string().min(1).describe("Where the prior comes from; printed in the report"),
    }),
  ])
  .describe("Belief about the primary figure before seeing data: only with one does the report speak of probabilities");

export type UncertainOptions = z.infer<ReturnType<typeof uncertainOptions>>;
export type UncertaintyOptions = z.infer<typeof uncertaintyOptions>;
export type PriorOptions = z.infer<typeof priorOptions>;
