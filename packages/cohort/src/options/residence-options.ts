import { z } from "zod";
import { file, format, header, person } from "./common.js";
import { ids } from "./link-options.js";
import { recodeOptions } from "./recode-options.js";

export const residenceOptions = z.strictObject({
  file,
  person,
  ids,
  from: header.describe("header of the day the person moved in"),
  to: header.describe("header of the last day at the address, blank while living there"),
  municipality: header.describe("header of the municipality"),
  placements: z
    .array(header)
    .min(1)
    .describe(
      "kinds of service, as written in the services file, during which a person stays with the municipality that was responsible on the first day, " +
        "wherever the address is; a payer column goes before this. Moves near such a placement are noted",
    )
    .optional(),
  nearPlacement: z
    .int()
    .min(0)
    .describe("days from the start or the end of a placement within which a move in or out is noted")
    .default(30),
  format,
  recode: recodeOptions,
});

export type ResidenceOptions = z.infer<typeof residenceOptions>;
