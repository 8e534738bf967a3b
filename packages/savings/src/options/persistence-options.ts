import { z } from "zod";
import { uncertainOptions } from "./uncertain-options.js";

const point = (what: string) =>
  z.strictObject({
    year: z.number().min(0).describe("Years after the observed window"),
    share: uncertainOptions(what),
  });

const course = {
  form: z
    .enum(["none", "constant", "exponential", "stepwise", "interpolated"])
    .default("none")
    .describe(
      "How the effect goes on after the observed window, from its mean over the last year of it: none = it is not counted; constant; exponential = less by `decline` a year; stepwise = the share in `points` from each point on, all of it before the first; interpolated = straight lines from all of it at the end of the window through the points. Each year counts with its mean",
    ),
  years: z.int().min(1).max(60).default(5).describe("How many years after the observed window are counted at most"),
  lag: z.number().min(0).max(20).default(0).describe("Years after the observed window before the assumed effect sets in"),
  decline: uncertainOptions("For exponential: share of the effect lost each year, 0–1").optional(),
  points: z
    .array(point("Share of the last observed effect that is left"))
    .min(1)
    .describe("For stepwise and interpolated: what is left of the effect, by years after the window")
    .optional(),
  source: z.string().min(1).describe("Why this is assumed; printed in the report").optional(),
};

export const persistenceOptions = z
  .strictObject({
    ...course,
    ageOut: z.number().min(0).max(120).describe("Age in years at which the effect ends; left out = no such age").optional(),
    outcomes: z
      .record(z.string().min(1), z.strictObject(course))
      .default({})
      .describe("Outcomes whose effect goes on otherwise, by name"),
  })
  .describe("What is assumed after the observed window; shown apart from what was observed");

export type PersistenceOptions = z.infer<typeof persistenceOptions>;
export type CourseOptions = Omit<PersistenceOptions, "ageOut" | "outcomes">;
