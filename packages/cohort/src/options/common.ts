import { z } from "zod";
import { fileFormatOptions } from "./format-options.js";

/** Options that several blocks share. */
export const header = z.string().trim().min(1);
export const file = z.string().min(1).describe("file name, relative to the study file");
export const person = header.describe("header of the column that identifies the person");
export const day = z.iso.date();
export const format = fileFormatOptions.describe("how this file is written, where detection is wrong").optional();
export const name = z
  .string()
  .regex(/^[A-Za-zÆØÅÄÖæøåäö][\wÆØÅÄÖæøåäö-]*$/, "a name begins with a letter and holds letters, digits, - and _");

export const textOption = z
  .union([z.string(), z.record(z.string(), z.string())])
  .describe("text in one language, or in several by language code (en, da, sv, nb)");
