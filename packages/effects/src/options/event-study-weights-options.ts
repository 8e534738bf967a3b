import * as z from "zod";
import { eventStudyOptions } from "./event-study-options.js";

/** Options of `eventStudyWeights`. */
export const eventStudyWeightsOptions = eventStudyOptions
  .pick({ reference: true, window: true, anticipation: true })
  .extend({ outcome: z.string().describe("Measure of the event study. Which rows it has a value in decides the weights.") });

export type EventStudyWeightsOptions = z.infer<typeof eventStudyWeightsOptions>;
export type EventStudyWeightsOptionsInput = z.input<typeof eventStudyWeightsOptions>;
