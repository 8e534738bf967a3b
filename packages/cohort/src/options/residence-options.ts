import { z } from "zod";
import { file, format, header, person } from "./common.js";

export const residenceOptions = z.strictObject({
  file,
  person,
  from: header.describe("header of the day the person moved in"),
  to: header.describe("header of the last day at the address, blank while living there"),
  municipality: header.describe("header of the municipality"),
  format,
});

export type ResidenceOptions = z.infer<typeof residenceOptions>;
