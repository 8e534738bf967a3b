import { z } from "zod";

export const countries = ["DK", "NO", "SE", "UK"] as const;

export const parameterOptions = z
  .strictObject({
    country: z.enum(countries).describe("Whose official parameters are used"),
    vintage: z
      .string()
      .regex(/^\d{4}(-\d{2})?$/)
      .describe("Which edition, as year or year-month; left out = the newest known to this version")
      .optional(),
    confirmed: z
      .array(z.string().min(1))
      .default([])
      .describe("Names of parameters without a checked source that you have checked yourself; others of that kind are not used"),
  })
  .describe("Official parameters: discount rates, tax distortion, price conversion. Their edition is printed in every result");

export type ParameterOptions = z.infer<typeof parameterOptions>;
export type Country = (typeof countries)[number];
