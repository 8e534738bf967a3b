import { z } from "zod";
import { file, format, header, name } from "./common.js";
import { recodeOptions } from "./recode-options.js";

/** A key file that translates one system's ids to those of the people file. */
export const linkOptions = z.strictObject({
  file,
  from: header.describe("header of the id as another system writes it"),
  to: header.describe("header of the same person's id as the people file writes it"),
  format,
  recode: recodeOptions,
});

/** An option of every block that reads persons. */
export const ids = name
  .describe("name of the key file under cohort.link that translates this file's ids; without it they are the people file's")
  .optional();

export type LinkOptions = z.infer<typeof linkOptions>;
