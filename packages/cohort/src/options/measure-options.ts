import { z } from "zod";
import { file, format, header, person } from "./common.js";
import { filterOptions } from "./filter-options.js";
import { ids } from "./link-options.js";
import { recodeOptions } from "./recode-options.js";

/** Options of whatever is dated by texts such as `2023Q1`, and what becomes of texts that are no period of the study. */
export const periodTextOptions = {
  pattern: z
    .string()
    .min(1)
    .describe(
      "how the texts of `period` are written, where detection is wrong: {year} with {quarter}, {half}, {month}, {monthName} or {next} (the second year of a school year) where they stand",
    )
    .optional(),
  longer: z
    .enum(["start", "end", "repeat", "share"])
    .describe(
      "what becomes of a text that spans periods of the study, such as a school year; start or end: all of it in the period with its first or last day; repeat: the same value in every period of which it covers more than half the days; share: divided by days, and only periods covered wholly have a value. Without it such rows are left out",
    )
    .optional(),
  schoolYearFrom: z
    .int()
    .min(1)
    .max(12)
    .describe("month in which a school year begins (1 August by the Danish folkeskole act § 14 a, as of 2024)")
    .default(8),
};

export const measureOptions = z.strictObject({
  file,
  person,
  ids,
  keep: filterOptions
    .describe("rows that are read, by header: a value, a list, or {from, to}, such as one test of many; others are listed")
    .default({}),
  columns: z
    .string()
    .describe(
      "for a wide file: headers of the columns, one a period, with {year} and {quarter}, {half}, {month}, {monthName} or {next} where they stand; blank cells are missing",
    )
    .optional(),
  period: header
    .describe("for a long file: header of the period, such as 2023Q1, K1 2023, 2023-01, jan 2023 or 2023/24")
    .optional(),
  on: header.describe("for a long file of dated readings: header of the date").optional(),
  value: header.describe("for a long file: header of the value").optional(),
  ...periodTextOptions,
  combine: z
    .enum(["mean", "sum", "first", "last", "min", "max"])
    .describe(
      "what several values of a person within one period become; a sum of parts of a period (its months) needs all of them, unless absent is zero. Without it a second value is left out and told",
    )
    .optional(),
  carry: z
    .int()
    .min(0)
    .describe("periods for which a value holds on where none was read, such as a test between two tests; how often is told")
    .default(0),
  absent: z
    .enum(["missing", "zero"])
    .describe(
      "what it means that a person has no row for a period: not known, or none of it. Zero only where the person is observed and the file has that period for anyone",
    )
    .default("missing"),
  minimum: z.number().describe("smallest value that can be true; smaller ones become missing and are noted").default(0),
  maximum: z.number().describe("largest value that can be true; larger ones become missing and are noted").optional(),
  format,
  recode: recodeOptions,
});

export type MeasureOptions = z.infer<typeof measureOptions>;
