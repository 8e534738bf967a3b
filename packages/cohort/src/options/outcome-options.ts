import { z } from "zod";
import { header, name, textOption } from "./common.js";

export const outcomeOptions = z.strictObject({
  service: z
    .union([header, z.array(header).min(1)])
    .describe("kind of service, or several, as written in the services file; days covered by a spell are counted once")
    .optional(),
  measure: name.describe("name of a measure of this study").optional(),
  unit: z.string().min(1).describe("what is counted; services count days").default("days"),
  better: z.enum(["lower", "higher"]).describe("which direction is good for the child").default("lower"),
  label: textOption.optional(),
});

export type OutcomeOptions = z.infer<typeof outcomeOptions>;
