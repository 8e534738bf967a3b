import { z } from "zod";
import { cellText, day, header, textOption } from "./common.js";

const covariateObject = z.strictObject({
  column: header.describe("header of the column; not needed for the types age, birthYear and born").optional(),
  type: z
    .enum(["category", "number", "boolean", "age", "birthYear", "born"])
    .describe(
      "category: a 0/1 indicator for each level but the base; number: as it stands; boolean: words for yes and no as one 0/1 indicator; " +
        "age: years (days / 365.25) from birth to `on`; birthYear: calendar year of birth; born: day of birth, counted in days, " +
        "so that matching.calipers can hold starters and controls to a number of days",
    )
    .default("category"),
  on: day.describe("for type age: the day on which age is taken; the first day of the study if left out").optional(),
  levels: z
    .array(cellText)
    .min(1)
    .describe(
      "for a category: the values there may be, in order; another value is noted and missing. Without it they are learned",
    )
    .optional(),
  reference: cellText
    .describe(
      "for a category: the base level that has no indicator; if left out the first declared level, else the first in order of code units",
    )
    .optional(),
  lump: z
    .int()
    .min(2)
    .describe("for a category: levels with fewer people than this are put into `other`; never the base declared. Unit: people")
    .optional(),
  other: z.string().trim().min(1).describe("name of the level that `lump` puts rare ones into").default("other"),
  missing: z
    .enum(["exclude", "indicator"])
    .describe("people without a value: exclude or indicator, as people.missingCovariates, whose default this overrides")
    .optional(),
  label: textOption.optional(),
});

export const covariateOptions = z.union([header.describe("header of a column of categories"), covariateObject]);

export const missingCovariatesOption = z
  .enum(["exclude", "indicator"])
  .describe(
    "people without the value of a covariate: exclude leaves them out of the study (complete cases); indicator keeps them, with the " +
      "mean of a number or no level of a category in its place and an indicator name=missing beside it. Both are counted",
  )
  .default("exclude");

export type CovariateOptions = z.infer<typeof covariateOptions>;
export type Covariates = Readonly<Record<string, CovariateOptions>>;

/** A covariate as an object, however briefly it is written. */
export function covariateOf(options: CovariateOptions): z.infer<typeof covariateObject> {
  return typeof options === "string" ? { column: options, type: "category", other: "other" } : options;
}
