import { z } from "zod";
import { cellText, format, header } from "./common.js";

const listOptions = z.strictObject({
  file: z.string().min(1).describe("file with the list of codes, relative to the study file"),
  code: header.describe("header of the code as it stands in the data"),
  value: header.describe("header of what the code becomes; where that is a code of the list itself, it is followed on"),
  from: header.describe("header of the first day on which the code means this; blank: from the beginning").optional(),
  to: header.describe("header of the last day on which the code means this, which counts; blank: still").optional(),
  format,
});

/** What is done to the cells of one column, in the order of `recodeOptions`. */
export const columnRecodeOptions = z.strictObject({
  missing: z
    .array(cellText)
    .min(1)
    .describe("cell texts that mean a missing value in this column, besides the file's; case and spacing do not matter")
    .optional(),
  digits: z
    .int()
    .min(2)
    .max(30)
    .describe("identifiers of this many digits lost their leading zeros as numbers: zeros are put in front. Unit: digits")
    .optional(),
  codes: z
    .record(z.string().min(1), cellText)
    .describe(
      'what each code becomes. Case and spacing do not matter. "52.3.*" is every code that begins so, "730-738" every whole number ' +
        "from the first to the last; an exact code goes before a range, a narrow range before a wide one, and a range before a beginning",
    )
    .optional(),
  list: listOptions.describe("a file that says what each code becomes, where a law renumbers its paragraphs by date").optional(),
  on: header.describe("header of the day that decides which of the list's dates hold for a row").optional(),
  boolean: z
    .union([z.literal(true), z.literal("ticked")])
    .describe(
      "true: words for yes and no in the Nordic languages and English (Ja, Nej, J, N, Sant, Falskt, Kyllä, Ei, 1, 0, x …) become yes and no; " +
        "ticked: besides, a blank cell means no",
    )
    .optional(),
  levels: z
    .array(cellText)
    .min(1)
    .describe("the values there may be, in order; the first is the base that others are compared with")
    .optional(),
  others: z
    .enum(["keep", "missing", "list"])
    .describe(
      "a value that nothing above knows: keep leaves it as it stands, missing makes it missing, list leaves its row out. " +
        "Without it values are kept, except that with levels or boolean they become missing; either way the study is told. A number in a " +
        "column of numbers is known without being a code",
    )
    .optional(),
  times: z
    .number()
    .refine((value) => value !== 0, "a factor is not 0")
    .describe("numbers are multiplied by this: 1000 where a column is in thousand kroner")
    .optional(),
});

/** `recode:` of a file. In this order: missing, digits, codes or list, boolean or levels, others; times for numbers. */
export const recodeOptions = z
  .record(
    header,
    columnRecodeOptions.describe("what is done to this column's cells: missing, digits, codes or list, levels, times"),
  )
  .describe(
    "how the cells of a column are recoded after reading, by its header: missing, digits, codes or list (with on), boolean or levels, others, " +
      "and times for numbers, in that order; a file with one column a period or week has its column pattern as header",
  )
  .optional();

export type ListOptions = z.infer<typeof listOptions>;
export type ColumnRecode = z.infer<typeof columnRecodeOptions>;
export type RecodeOptions = Readonly<Record<string, ColumnRecode>>;
