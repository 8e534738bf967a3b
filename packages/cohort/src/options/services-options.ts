import { z } from "zod";
import { file, format, header, person } from "./common.js";

export const servicesOptions = z.strictObject({
  file,
  person,
  service: header.describe("header of the kind of service"),
  from: header.describe("header of the first day of the spell"),
  to: header.describe("header of the last day of the spell, which counts; blank while it goes on"),
  price: header.describe("header of the price per day; checked, not used").optional(),
  payer: header.describe("header of the municipality that pays; it overrides residence for observation").optional(),
  format,
});

export type ServicesOptions = z.infer<typeof servicesOptions>;
