import { z } from "zod";

export const dateForms = ["dd-mm-yyyy", "dd.mm.yyyy", "dd/mm/yyyy", "mm/dd/yyyy", "yyyy-mm-dd", "yyyymmdd"] as const;

/** How a file is written. Whatever is left out is detected, and what was detected is in `Table.detected`. */
export const formatOptions = z.strictObject({
  encoding: z
    .enum(["utf-8", "windows-1252", "utf-16le", "utf-16be"])
    .describe("character encoding; detected from the byte order mark, else UTF-8 if the bytes allow it, else Windows-1252")
    .optional(),
  delimiter: z
    .enum([";", ",", "\t", "|"])
    .describe("character between the fields; detected as the one that finds most of the study's columns in the header")
    .optional(),
  decimal: z
    .enum([",", "."])
    .describe("decimal mark of numbers; detected from the cells, else comma where the delimiter is a semicolon")
    .optional(),
  dates: z
    .enum(dateForms)
    .describe("form of dates; without it every form but mm/dd/yyyy is read, since they cannot be confused")
    .optional(),
  missing: z
    .array(z.string())
    .describe("cell texts that mean a missing value, after trimming")
    .default(["", ".", "-", "NA", "NULL"]),
});

/** The same for one file; what it leaves out is the study's. */
export const fileFormatOptions = formatOptions.extend({
  missing: z.array(z.string()).describe("cell texts that mean a missing value in this file, after trimming").optional(),
});

export type FormatOptions = z.infer<typeof formatOptions>;
