import { z } from "zod";
import { file, format, header, name, textOption } from "./common.js";
import { periodTextOptions } from "./measure-options.js";
import { recodeOptions } from "./recode-options.js";

/** Published averages of others: a row a period, or a period and group. */
export const comparisonCellsOptions = z.strictObject({
  file,
  label: textOption.describe("who they are, as the report names them: one text, or one a language"),
  source: textOption.describe("where the figures are published, as the report names it"),
  period: header.describe("header of the period, such as 2023Q1, K1 2023, 2023-01, jan 2023 or 2023"),
  pattern: periodTextOptions.pattern,
  longer: z
    .enum(["repeat", "share"])
    .describe(
      "what becomes of a figure for more than a period of the study, such as a year; repeat: the same mean in each, as for a rate; share: divided by days, as for days or kroner a year. Without it such rows are left out",
    )
    .optional(),
  schoolYearFrom: periodTextOptions.schoolYearFrom,
  group: header.describe("header of the group, such as the municipality; groups are averaged, each by its n").optional(),
  leaveOut: z.array(z.string().min(1)).describe("groups that do not count, such as the municipality itself").default([]),
  n: header.describe("header of the number of people the mean is of"),
  outcome: header.describe("header of the outcome, where the file has one row an outcome").optional(),
  outcomes: z
    .record(
      name,
      z.strictObject({
        mean: header.describe("header of the mean of a person").optional(),
        total: header.describe("header of the total over the people, in place of mean").optional(),
        named: z.string().min(1).describe("text of the outcome column; default the outcome's name").optional(),
      }),
    )
    .describe("which column has which outcome of the study; in the same unit"),
  format,
  recode: recodeOptions,
});

export type ComparisonCellsOptions = z.infer<typeof comparisonCellsOptions>;
