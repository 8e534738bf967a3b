import * as z from "zod";
import { fixedEffectsShape } from "./fixed-effects-options.js";

/** Options of `sunAbraham`. */
export const sunAbrahamOptions = z.strictObject({
  ...fixedEffectsShape,
  reference: z.int().max(-1).default(-1).describe("Event time whose effect is set to 0; less the anticipation."),
  control: z
    .enum(["never", "last"])
    .default("never")
    .describe("Cohort that serves as control: never treated, or the last to start (periods from its start on are left out)."),
});

export type SunAbrahamOptions = z.infer<typeof sunAbrahamOptions>;
export type SunAbrahamOptionsInput = z.input<typeof sunAbrahamOptions>;
