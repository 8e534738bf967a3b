import * as z from "zod";
import { fixedEffectsShape } from "./fixed-effects-options.js";

/** Options of `eventStudy`. */
export const eventStudyOptions = z.strictObject({
  ...fixedEffectsShape,
  reference: z.int().max(-1).default(-1).describe("Event time whose effect is set to 0; less the anticipation."),
  window: z
    .tuple([z.int().max(-1), z.int().min(0)])
    .optional()
    .describe(
      "First and last event time with a coefficient of its own; those beyond are pooled into one at each end. All if absent.",
    ),
});

export type EventStudyOptions = z.infer<typeof eventStudyOptions>;
export type EventStudyOptionsInput = z.input<typeof eventStudyOptions>;
