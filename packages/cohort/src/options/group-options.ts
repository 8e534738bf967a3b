import { z } from "zod";
import { file, format, header, name } from "./common.js";
import { formatOptions } from "./format-options.js";
import { identifierOptions } from "./identifier-options.js";
import { periodTextOptions } from "./measure-options.js";
import { recodeOptions } from "./recode-options.js";

/** When the group of a row was first treated: one of `groups` and `start`. */
const groupOptions = {
  group: header.describe("header of the group, such as the municipality or the school").optional(),
  groups: z
    .record(z.string().min(1), z.string().min(1))
    .describe("first treated period of each group as written in the file, such as 2021Q1, or never or always")
    .optional(),
  start: header.describe("header of the first treated period or day of the row's group, blank if never").optional(),
};

const dataOptions = {
  file,
  periods: z.enum(["month", "quarter", "year"]).describe("length of a period").default("year"),
  period: header.describe("header of the period, such as 2023Q1, K1 2023, 2023-01, jan 2023, 2023 or a date"),
  pattern: periodTextOptions.pattern,
  schoolYearFrom: periodTextOptions.schoolYearFrom,
  ...groupOptions,
  format,
  recode: recodeOptions,
};

const fileWide = {
  extract: z.iso
    .date()
    .describe("the day the files were drawn; birth dates in national identifiers are not after it")
    .default("2099-12-31"),
  formats: formatOptions.prefault({}).describe("how the files are written, where detection is wrong"),
  identifiers: identifierOptions.describe("national identifiers in the files").prefault({}),
};

/** Repeated cross-sections: a row a person and period, people not linked or not the same. */
export const crossSectionOptions = z.strictObject({
  ...dataOptions,
  ...fileWide,
  measures: z
    .record(
      name,
      z.union([
        header.describe("header of the value"),
        z.strictObject({
          column: header.describe("header of the value"),
          unit: z.string().min(1).describe("what is counted").default("days"),
          minimum: z.number().describe("smallest value that can be true; smaller ones become missing and are noted").optional(),
          maximum: z.number().describe("largest value that can be true; larger ones become missing and are noted").optional(),
        }),
      ]),
    )
    .describe("what was measured, by name of your choice"),
  covariates: z
    .record(
      name,
      z.union([
        header.describe("header of a column of categories"),
        z.strictObject({
          column: header.describe("header of the column"),
          type: z
            .enum(["category", "number"])
            .describe("category: a 0/1 indicator for each level but the first")
            .default("category"),
        }),
      ]),
    )
    .describe("what people are compared on, by name of your choice")
    .default({}),
  person: header.describe("header of the person, where ids recur: a clustering named person").optional(),
  weight: header.describe("header of the sampling weight, 0 or more").optional(),
  clusterings: z
    .record(name, header)
    .describe("headers of what people share (school, district), by name of your choice")
    .default({}),
});

const cellOutcome = z.strictObject({
  named: z
    .string()
    .min(1)
    .describe("text of the outcome column, where the file has one row an outcome; default its name")
    .optional(),
  unit: z.string().min(1).describe("what is counted").default("days"),
  mean: header.describe("header of the mean of a person").optional(),
  total: header.describe("header of the total over the cell's people, in place of mean").optional(),
  count: header.describe("header of how many have it, for what is yes or no; in place of mean, and tells its spread").optional(),
  sd: header.describe("header of the standard deviation between people (divisor n − 1)").optional(),
  se: header.describe("header of the standard error of the mean, in place of sd").optional(),
});

/** Aggregated cells: a row a group and period, with n and means. */
export const cellsOptions = z.strictObject({
  ...dataOptions,
  ...fileWide,
  stratum: header.describe("header of a division of the groups, such as sex or age").optional(),
  n: header.describe("header of the number of people of the cell"),
  outcome: header.describe("header of the outcome, where the file has one row a group, period and outcome").optional(),
  outcomes: z.record(name, cellOutcome).describe("what was measured, by name of your choice"),
  covariance: z
    .strictObject({
      file,
      group: header.describe("header of the group, as in the cells"),
      period: header.describe("header of the one period"),
      with: header.describe("header of the other period"),
      outcome: header.describe("header of the one outcome, by its name in the study; not needed for one outcome").optional(),
      withOutcome: header.describe("header of the other outcome").optional(),
      value: header.describe("header of the covariance or correlation between people's values in the two"),
      is: z.enum(["covariance", "correlation"]).describe("what the value is").default("covariance"),
      format,
    })
    .describe("a file of how the values of the same people go together over periods; then standard errors are exact")
    .optional(),
  correlation: z
    .tuple([z.number().min(-1).max(1), z.number().min(-1).max(1)])
    .describe(
      "smallest and largest correlation between a group's means in two periods, where no file tells it; 0 where each period has other people. Without either, standard errors allow for any correlation",
    )
    .optional(),
});

export type CrossSectionOptions = z.infer<typeof crossSectionOptions>;
export type CrossSectionOptionsInput = z.input<typeof crossSectionOptions>;
export type CellsOptions = z.infer<typeof cellsOptions>;
export type CellsOptionsInput = z.input<typeof cellsOptions>;
export type CellOutcome = CellsOptions["outcomes"][string];
