import * as z from "zod";

/** Options that several estimators have, and that mean the same in each. */
export const outcomesOption = z
  .array(z.string())
  .min(1)
  .optional()
  .describe("Measures to estimate for. All of the panel's measures if absent.");

export const anticipationOption = z
  .int()
  .min(0)
  .default(0)
  .describe("Periods before the start in which the effect may already show.");

export const clusterOption = z
  .string()
  .min(1)
  .default("unit")
  .describe("Level at which units are taken as independent: unit, or the name of a clustering.");
