import { z } from "zod";

export const dateForms = ["dd-mm-yyyy", "dd.mm.yyyy", "dd/mm/yyyy", "mm/dd/yyyy", "yyyy-mm-dd", "yyyymmdd", "excel"] as const;

/** How a file is written. Whatever is left out is detected, and what was detected is in `Table.detected`. */
export const formatOptions = z.strictObject({
  kind: z
    .enum(["csv", "xlsx", "parquet", "arrow"])
    .describe("kind of file; detected from its first bytes, whatever its name")
    .optional(),
  compression: z.enum(["none", "gzip"]).describe("compression of the whole file; detected from its first bytes").optional(),
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
  thousands: z
    .enum([".", ",", " ", "'", "none"])
    .describe("the only mark that may stand between groups of three digits; without it whichever is not the decimal mark")
    .optional(),
  dates: z
    .enum(dateForms)
    .describe(
      "form of dates; without it every form but mm/dd/yyyy and excel (day numbers of a spreadsheet) is read, since they cannot be confused",
    )
    .optional(),
  sheet: z
    .union([z.string().min(1), z.int().min(1)])
    .describe(
      'sheet of a workbook by name or number, or "all" to read every sheet one after another; without it the one sheet that holds the columns',
    )
    .optional(),
  headerRows: z
    .int()
    .min(1)
    .max(5)
    .describe(
      'rows that the header takes up, 1 if left out; the texts of several are joined as "2023 / K1", a blank one taking that to its left',
    )
    .optional(),
  headerLine: z
    .int()
    .min(1)
    .describe("line on which the header begins, from 1; detected as the first of 50 that holds the columns")
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
