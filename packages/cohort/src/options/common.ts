import { z } from "zod";
import { fileFormatOptions } from "./format-options.js";

/** Options that several blocks share. */
export const header = z.string().trim().min(1);
export const file = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe("file name, relative to the study file; or several files of the same form, read one after another");

/** The files of a `file` option, in order. */
export function filesOf(file: string | readonly string[]): readonly string[] {
  return typeof file === "string" ? [file] : file;
}
export const person = header.describe("header of the column that identifies the person");
export const day = z.iso.date();
export const format = fileFormatOptions.describe("how this file is written, where detection is wrong").optional();
export const name = z
  .string()
  .regex(/^[A-Za-zÆØÅÄÖæøåäö][\wÆØÅÄÖæøåäö-]*$/, "a name begins with a letter and holds letters, digits, - and _");

export const textOption = z
  .union([z.string(), z.record(z.string(), z.string())])
  .describe("text in one language, or in several by language code (en, da, sv, nb)");

/** A cell text, which YAML may take for a number or a boolean: `9` is "9". */
export const cellText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
